"""The window. The only room that imports PySide6.

Rules of this room:
- It stays thin: what can be thought without Qt is in `tools` (gestures, marks, hints) or `editor`, and tested there.
- What is on the canvas is the poster: the drawing that `layout` makes, painted by `painter`; nothing is drawn twice.
- A journey is changed by the editor alone, and every text comes from its speech, anew when the language changes.
- Text that somebody wrote is plain text wherever it is shown: Qt would take it for markup, and load what it names.
- Whatever is handed to Qt is kept by somebody in Python, or it vanishes; nothing outlives its window.
- Nobody waits for a frame: what takes long is done in portions while the window is idle.
"""
