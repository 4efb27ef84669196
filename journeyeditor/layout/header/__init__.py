"""The header: title, scenario and goal, persona cards, logos; a running title on further pages."""
