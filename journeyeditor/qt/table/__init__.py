"""The whole map as a tree and as a table to type in: the same selection, everything by keys, sorted and filtered."""
