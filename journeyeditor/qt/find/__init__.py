"""Find and replace over all text of the map, with what was found marked on it."""
