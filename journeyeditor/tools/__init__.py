"""Gestures as state machines; they know neither Qt nor the editor."""
