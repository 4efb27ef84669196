"""Small widgets that the panels are made of: painted, with keyboard, focus ring and accessible value.

None of them knows a journey. Colours come from `qt.look` by role whenever they paint, so light and dark change at once.
"""
