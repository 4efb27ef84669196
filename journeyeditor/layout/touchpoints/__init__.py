"""Lanes of touchpoints: circles, names, marks on the rim, and who enters where."""
