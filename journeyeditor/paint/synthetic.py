"""Faces that do not exist: bolder by a stroke, leaning by a shear. Glyphs and advances stay as they are."""

BOLDER = 1 / 28
"""Width of the stroke around each letter, in em."""
SLANT = 0.21256
"""How far the top of a letter of one em moves to the right: the tangent of 12 degrees."""
