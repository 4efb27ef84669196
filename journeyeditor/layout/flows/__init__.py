"""Arrows between touchpoints: routes, bows above the circles, labels, and the loop channel above the stages."""
