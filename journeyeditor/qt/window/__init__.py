"""The window's frame: toolbar, menus, pages, side panels, status bar. One document to a window.

Rules of this room: the frame decides nothing about a journey; what a person can do stands in `qt.actions`; panels are
mounted by name from `mounting`, each given the desk and no more.
"""
