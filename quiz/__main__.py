"""`python -m quiz` and the installed command `quiz`."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def _say_due(arguments: Sequence[str]) -> None:
    """Say what is due, if nothing has changed since it was last said, and end here.

    Taking the interpreter down in order would take as long as all the rest. What is not known is
    worked out; only unusual arguments are left to the command line.
    """
    from quiz.cli.common.glance import form_of, said

    form = form_of(arguments)
    if form is None:
        return
    known = said(form)
    if known is not None:
        line, status = known
        try:
            os.write(1, f"{line}\n".encode() if line else b"")
        except OSError:
            os._exit(1)
        os._exit(status)
    from quiz.cli.common.failing import guarded
    from quiz.cli.study.saying_due import say_due

    sys.exit(guarded(lambda: say_due(form)))


def main() -> None:
    """Run the command line; without arguments, skip what only arguments need."""
    # Nothing that is loaded at the start is garbage: looking for it takes a tenth of the start.
    # Front ends that stay turn the collector on again.
    gc.disable()
    if sys.argv[1:2] == ["due"] and "_QUIZ_COMPLETE" not in os.environ:
        _say_due(sys.argv[2:])
    from quiz.cli.common.failing import guarded

    if len(sys.argv) == 1 and "_QUIZ_COMPLETE" not in os.environ:
        from quiz.cli.bare import bare

        sys.exit(guarded(bare))
    from quiz.cli.main import run

    sys.exit(guarded(lambda: run(sys.argv[1:])))


if __name__ == "__main__":
    main()
