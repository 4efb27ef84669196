"""A journey on disk: format, checks, migrations, safe writing."""
