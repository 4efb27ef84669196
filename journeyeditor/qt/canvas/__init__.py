"""The canvas: the poster on the desk, to be looked at, gripped and typed into.

Rules of this room: what lies where is asked of the board, never of Qt; gestures are handed to the editor's desk as
tool events; all writing goes through the editor. `map_view` shows and moves, `canvas` adds the hand and the keys,
`marks` paints what is over the map, `typing` opens a text in its own place.
"""
