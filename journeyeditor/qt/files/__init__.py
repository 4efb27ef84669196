"""Opening, saving, importing and closing, with the questions that belong to them.

Rules of this room: functions that take the window; nothing is lost without a plain question that names it; every error
of a file is a sentence in a box.
"""
