"""Export and print in one dialog: what is wished at the left, the pages as they will come out at the right."""
