"""The steps that led to the map as it is, as a list to jump in."""
