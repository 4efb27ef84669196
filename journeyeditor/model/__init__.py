"""The journey: one graph of frozen records, and the `Change` that is its only door.

Rules of this room: no record holds what can be derived from another; `Journey.apply` is the only write;
networkx stays behind `Journey`; no Qt, no file, no drawing.
"""
