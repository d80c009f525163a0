"""The line mode: the same sessions as plain lines, for screen readers, pipes and dumb terminals."""

from quiz.plain.sitting import study_plain

__all__ = ["study_plain"]
