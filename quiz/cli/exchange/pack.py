"""`quiz pack`."""

from __future__ import annotations

import click

from quiz.cli.common.failing import FAILED
from quiz.cli.common.output import say

EXAMPLE = (
    "\b\nExamples:\n  quiz pack fire-safety\n  quiz pack training/ --output training.quizpack.zip"
)


@click.command(epilog=EXAMPLE, short_help="Pack question sets with their documents to share them.")
@click.argument("names", metavar="SET...", nargs=-1, required=True)
@click.option(
    "--output", "-o", metavar="FILE", type=click.Path(), help="Where to; else named as the set."
)
@click.option("--force", is_flag=True, help="Overwrite FILE if it is there.")
def command(names: tuple[str, ...], output: str | None, force: bool) -> int:
    """Write a zip of SETs: their files, documents and lock files, and a manifest with hashes.

    Only what passes `quiz check` is packed. `quiz get FILE` takes a pack in and verifies it. SETs
    have to lie below one folder.

    Exit status: 0 packed, 1 a set has errors, 2 nothing could be packed.
    """
    from quiz.cli.common.opening import count
    from quiz.cli.exchange.placing import place_for, put
    from quiz.cli.exchange.sharing import errors_in, found_sets
    from quiz.store.sharing.pack import pack, pack_name
    from quiz.store.sharing.parcel import gather

    found = found_sets(names)
    if errors_in(found):
        return FAILED
    parcel = gather(found)
    target = place_for(output, pack_name(parcel), force=force)
    content = pack(parcel)
    put(target, content)
    questions = sum(len(one.questions) for one in parcel.sets.values())
    inside = f"{count(len(parcel.sets), 'set')}, {count(questions, 'question')}"
    say(f"{inside}, {count(len(parcel.files), 'file')}: {target} ({len(content) / 1000:.0f} KB)")
    return 0
