"""Composition root: journey, history, selection, current tool."""
