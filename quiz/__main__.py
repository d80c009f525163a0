"""`python -m quiz` and the installed command `quiz`."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line; without arguments, skip what only arguments need."""
    # Nothing that is loaded at the start is garbage: looking for it takes a tenth of the start.
    # Front ends that stay turn the collector on again.
    gc.disable()
    from quiz.cli.common.failing import guarded

    if len(sys.argv) == 1 and "_QUIZ_COMPLETE" not in os.environ:
        from quiz.cli.bare import bare

        sys.exit(guarded(bare))
    from quiz.cli.main import run

    sys.exit(guarded(lambda: run(sys.argv[1:])))


if __name__ == "__main__":
    main()
