"""Citequiz: a quiz that shows the passage which proves each answer."""

__version__ = "0.1.0"
