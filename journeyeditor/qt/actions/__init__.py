"""Everything that a person can do, as a table, and the menus, toolbar and context menus as lists of ids.

Rules of this room: an action is data (`Action`); `do` takes the window and is one line long where it can be; nothing is
reachable by a button that is not reachable by a menu.
"""
