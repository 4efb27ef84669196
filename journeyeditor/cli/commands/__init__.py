"""One file for each command: `run(chosen, console)` carries it out and returns the exit status."""
