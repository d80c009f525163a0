"""Tests in the rooms of what they test."""

from pathlib import Path

TOP = Path(__file__).parent.parent
"""The checkout."""
