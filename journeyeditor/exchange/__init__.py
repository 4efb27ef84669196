"""Other programs' formats, in and out, each with a report of what was guessed or dropped."""
