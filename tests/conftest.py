"""What all tests share."""

from __future__ import annotations

import os

from hypothesis import settings

# Everywhere else each run looks at new examples; CI judges a change, so it must judge it the same
# way twice.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
