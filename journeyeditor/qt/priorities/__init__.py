"""What to do first: opportunities on a grid of impact and effort, pains by weight, votes typed in fast."""
