"""Map health, live: what the map lacks, where, and what can be done about it at once."""
