"""Earlier versions of a document: looked at, opened as a copy, brought back."""
