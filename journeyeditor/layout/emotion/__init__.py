"""The emotion lane: the hero of the poster. Tracks of feelings, their curves, and a free place for every word."""
