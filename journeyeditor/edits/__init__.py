"""(journey, wish) -> Change. Pure functions, one file per kind of thing; history.py keeps what was done."""
