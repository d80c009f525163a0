"""`quiz get`."""

from __future__ import annotations

import click

from quiz.cli.common.confirming import confirmed
from quiz.cli.common.output import say

EXAMPLE = (
    "\b\nExamples:\n"
    "  quiz get fire-safety.quizpack.zip\n"
    "  quiz get https://example.org/fire-safety.quizpack.zip\n"
    "  quiz get git+https://example.org/training.git --name training"
)


@click.command(epilog=EXAMPLE, short_help="Take in question sets that others share.")
@click.argument("address", metavar="FILE|FOLDER|URL")
@click.option("--name", metavar="NAME", help="The folder among your questions; else by the sets.")
@click.option("--yes", is_flag=True, help="Do not ask before a connection is opened.")
def command(address: str, name: str | None, yes: bool) -> int:
    """Fetch question sets with their documents and keep them among your own questions.

    FILE is a pack that `quiz pack` made, FOLDER any folder with sets; a URL of git (git+https://…,
    ssh://…, or one that ends in .git) is cloned without running anything of it, another https URL
    has to be a pack. Before a connection is opened, it is said what is fetched and you are asked.

    Every file is verified against the pack's manifest, every set is read with its documents, and
    what is no set, document or lock file, or lies outside, is refused. `quiz list` shows where a
    set came from, `quiz update` fetches what has changed.
    """
    from quiz.cli.exchange.sharing import announced, fetched_sets
    from quiz.cli.exchange.taking_in import folder_for, no_rivals
    from quiz.store.sharing.fetching import address_of
    from quiz.store.sharing.installing import install

    found = address_of(address)
    announced(found)
    if found.connects and not confirmed("Open this connection?", yes=yes):
        return 0
    fetched = fetched_sets(found)
    folder = folder_for(name, fetched.parcel)
    no_rivals(fetched.parcel)
    install(folder, found, fetched)
    say(f"Kept in {folder}; learn with `quiz study {next(iter(fetched.parcel.sets.values())).id}`")
    return 0
