"""A learner's sitting, behind any front end: the core's rules joined to the library and history."""
