"""What lies over the map: outlines, and the marks of a gesture. All sizes in px; colours are those of the paper.

Each function takes a painter whose unit is a pixel of the viewport, and the view. Nothing here changes anything.
"""
