"""Gestures as state machines; they know neither Qt nor the editor.

A tool is a frozen struct for each state: `state.on(event, desk)` answers with the next state. All that a tool may
touch is the `Desk`: it asks what lies where, shows a preview of a change, and keeps it or lets it go. Places are in mm
of the board, on which the pages of the poster lie below one another.

Rules of this room: no state outside the states; a gesture ends in one step of the history or in none; Escape always
lets go; what the hand needs to see (landing bars, ghosts, hints) are `marks`, plain data that the canvas paints.
"""
