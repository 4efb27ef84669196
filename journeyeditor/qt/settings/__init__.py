"""The settings, the sheet of shortcuts, and what the program says about itself."""
