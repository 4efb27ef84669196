"""The map on the whole screen, told stage by stage and persona by persona."""
