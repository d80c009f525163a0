"""A handbook, sources of it, and edits: some change what is said, some only how it is written."""

# ruff: noqa: E501

from __future__ import annotations

TEXT = """\
The Garden Society

§1 The Society keeps the old garden by the river. Its members meet in the glass house.

§2 The Project Leader has a casting vote. The Secretary appoints two auditors every year, and their \
report is read aloud. A person may leave the Society at any time.

§3 Members use the tools as they see fit. Borrowed tools are returned within 14 days. The shed is \
locked at 20:00, and the key hangs beside the door.

Care of the kettle

Always descale the kettle with vinegar. Fill it to 3.5 litres, then add 20 g of salt. The kettle \
must not boil dry. Nobody leaves the kitchen while it is heating.

Press ctrl+c to stop the pump. Start it again with `pump --slow /dev/flow`. All valves are opened by \
hand before the pump starts. The colour of the water shows whether the filter has to be replaced.

What visitors bring:

- Boots with a firm sole
- A bottle of water
- Gloves, when roses are cut

Ms Arlow founded the garden in 1912. Dr Benning planted the first lime trees behind the wall. The \
pond is 40 m long and holds carp, tench and perch. It is usually cleaned in spring, because the \
carp spawn in June.

The Society pays for seeds, and members pay for their own tools. Visitors who come with a dog keep it \
on a lead. Children under six years are admitted free of charge. The bees belong to Mr Corvin.
"""

# What is quoted; what of the document is replaced by what.
MEANING: tuple[tuple[str, str, str], ...] = (
    # qualified behind
    ("The Project Leader has a casting vote.", "casting vote.", "casting vote, except in elections."),
    ("The Project Leader has a casting vote", "casting vote.", "casting vote, except in elections."),
    ("has a casting vote", "casting vote.", "casting vote unless the members object."),
    ("The Project Leader has a casting vote.", "vote.", "vote; this does not apply to money."),
    ("A person may leave the Society at any time.", "any time.", "any time, if all debts are paid."),
    ("A person may leave the Society", "any time.", "any time but in May."),
    ("Always descale the kettle with vinegar.", "vinegar.", "vinegar when it is cold."),
    ("Press ctrl+c to stop the pump.", "pump.", "pump (only on the old model)."),
    ("The bees belong to Mr Corvin.", "Corvin.", "Corvin until autumn."),
    ("on a lead", "a lead.", "a lead during the summer."),
    # conditioned in front
    ("A person may leave the Society at any time.", "A person may", "In quiet times, a person may"),
    ("a person may leave the Society", "A person may", "In quiet times, a person may"),
    ("may leave the Society", "A person may", "If nothing is owed, a person may"),
    ("Members use the tools as they see fit.", "Members use", "On weekdays members use"),
    ("The shed is locked at 20:00", "The shed", "In winter the shed"),
    ("The pond is 40 m long", "The pond is", "After rain the pond is"),
    ("Always descale the kettle with vinegar.", "Always descale", "When it whistles, always descale"),
    ("Children under six years are admitted free of charge.", "Children", "On Mondays, children"),
    # negated, or no longer
    ("The Project Leader has a casting vote.", "has a", "has no"),
    ("has a casting vote", "has a casting", "never has a casting"),
    ("The kettle must not boil dry.", "must not", "must"),
    ("Nobody leaves the kitchen while it is heating.", "Nobody leaves", "Everybody leaves"),
    ("A person may leave the Society at any time.", "may leave", "may not leave"),
    ("Borrowed tools are returned within 14 days.", "are returned", "aren’t returned"),
    ("the Society pays for seeds", "The Society pays", "The Society no longer pays"),
    # another word, name, number or piece of code
    ("Always descale the kettle with vinegar.", "vinegar", "lemon juice"),
    ("descale the kettle with vinegar", "vinegar", "citric acid"),
    ("Press ctrl+c to stop the pump.", "ctrl+c", "ctrl+q"),
    ("Start it again with `pump --slow /dev/flow`.", "--slow", "--fast"),
    ("Start it again with `pump --slow /dev/flow`.", "--slow", "-slow"),
    ("Start it again with `pump --slow /dev/flow`.", "/dev/flow", "/dev/flaw"),
    ("The Secretary appoints two auditors every year", "appoints", "nominates"),
    ("The Secretary appoints two auditors every year", "Secretary", "Treasurer"),
    ("Members use the tools as they see fit.", "they see", "the Leader sees"),
    ("Ms Arlow founded the garden in 1912.", "Arlow", "Arlew"),
    ("Ms Arlow founded the garden in 1912.", "Ms Arlow", "Dr Benning"),
    ("Ms Arlow founded the garden in 1912.", "1912", "1921"),
    ("founded the garden", "in 1912", "in 1913"),
    ("The bees belong to Mr Corvin.", "Corvin", "Carvin"),
    ("Dr Benning planted the first lime trees", "lime", "lemon"),
    ("planted the first lime trees behind the wall", "behind", "before"),
    ("The shed is locked at 20:00", "20:00", "21:00"),
    ("Press ctrl+c to stop the pump.", "stop", "start"),
    ("The shed is locked at 20:00", "locked", "unlocked"),
    ("Members use the tools as they see fit.", "use", "sell"),
    ("It is usually cleaned in spring", "spring", "autumn"),
    ("because the carp spawn in June", "June", "July"),
    ("The Society pays for seeds", "The Society pays", "The Secretary pays"),
    # quantity and unit
    ("Fill it to 3.5 litres", "3.5", "5.3"),
    ("Fill it to 3.5 litres", "litres", "gallons"),
    ("add 20 g of salt", "20 g", "20 kg"),
    ("The pond is 40 m long", "40 m", "40 ft"),
    ("Borrowed tools are returned within 14 days.", "14 days", "14 weeks"),
    ("All valves are opened by hand before the pump starts.", "All valves", "Some valves"),
    ("All valves are opened by hand before the pump starts.", "All valves", "Most valves"),
    ("Children under six years are admitted free of charge.", "under six", "under seven"),
    ("The Secretary appoints two auditors every year", "two", "three"),
    ("The Secretary appoints two auditors every year", "every year", "every other year"),
    # put in and left out
    ("All valves are opened by hand before the pump starts.", "by hand", "by machine"),
    ("All valves are opened by hand before the pump starts.", "opened by", "opened slowly by"),
    ("Members use the tools as they see fit.", "Members use", "Only members use"),
    ("Members use the tools as they see fit.", "Members use", "Senior members use"),
    ("use the tools as they see fit", "Members use", "Senior members use"),
    ("It is usually cleaned in spring", "usually ", ""),
    ("cleaned in spring", "usually cleaned", "cleaned"),
    ("Gloves, when roses are cut", ", when roses are cut", ""),
    ("A bottle of water", "bottle of water", "bottle of salt water"),
    ("Boots with a firm sole", "firm sole", "firm sole, if it rains"),
    ("The pond is 40 m long and holds carp, tench and perch.", "tench and ", ""),
    ("holds carp, tench and perch", "perch", "pike"),
    ("carp, tench and perch", "and perch", "or perch"),
    ("Visitors who come with a dog keep it on a lead.", "Visitors who come with a dog", "Visitors"),
    ("Nobody leaves the kitchen while it is heating.", " while it is heating", ""),
    ("Children under six years are admitted free of charge.", "free of charge", "free"),
    ("A person may leave the Society at any time.", " at any time", ""),
    # the sentence split, joined or turned round
    (
        "The Secretary appoints two auditors every year, and their report is read aloud.",
        ", and their report is read aloud.",
        ". A report may follow.",
    ),
    (
        "The Society pays for seeds, and members pay for their own tools.",
        "The Society pays for seeds, and members pay for their own tools.",
        "Members pay for seeds, and the Society pays for their own tools.",
    ),
    (
        "Nobody leaves the kitchen while it is heating.",
        "dry. Nobody leaves",
        "dry, but otherwise nobody leaves",
    ),
    (
        "All valves are opened by hand before the pump starts.",
        "All valves are opened by hand before the pump starts.",
        "The pump starts before all valves are opened by hand.",
    ),
)  # fmt: skip

SAME: tuple[tuple[str, str, str], ...] = (
    ("The colour of the water shows", "colour", "color"),
    ("Fill it to 3.5 litres", "litres", "liters"),
    ("The Project Leader has a casting vote.", "has a casting vote.", "has a\ncasting vote."),
    ("Nobody leaves the kitchen while it is heating.", " while", "  while"),
    ("Nobody leaves the kitchen while it is heating.", "while", "whilst"),
    ("The kettle must not boil dry.", "must not", "mustn’t"),
    ("Borrowed tools are returned within 14 days.", "returned", "retruned"),
    ("Borrowed tools are returned within 14 days.", "Borrowed", "Borowed"),
    ("The Secretary appoints two auditors every year", "two", "2"),
    ("The pond is 40 m long", "40 m", "40\u00a0m"),
    ("The pond is 40 m long and holds carp, tench and perch.", "tench and", "tench, and"),
    ("Gloves, when roses are cut", "- Gloves", "* Gloves"),
    ("Boots with a firm sole", "- Boots", "1. Boots"),
    ("A person may leave the Society at any time.", "§2 ", "§4 "),
    ("The Project Leader has a casting vote.", "§2 ", "2. "),
    ("Members use the tools as they see fit.", "§3 ", "§3a "),
    ("The Project Leader has a casting vote.", "§1 The", "Preamble\n\nOnce more: welcome.\n\n§1 The"),
    ("Ms Arlow founded the garden in 1912.", "lime trees", "lemon trees"),
    ("Always descale the kettle with vinegar.", "Always descale", "ALWAYS descale"),
    ("Always descale the kettle with vinegar.", "Fill it", "Then fill it"),
    ("Press ctrl+c to stop the pump.", "Press", "*Press*"),
    ("Dr Benning planted the first lime trees behind the wall.", "planted the", "planted  the"),
    ("The Society pays for seeds", "for seeds, and", "for seeds – and"),
    ("The bees belong to Mr Corvin.", "The bees", "\n\nThe bees"),
    ("Children under six years are admitted free of charge.", " Children", " New this year! Children"),
    ("Members use the tools as they see fit.", "§3 Members", "§3 “Tools”. Members"),
    ("It is usually cleaned in spring", "in June", "late in June"),
    ("Care of the kettle", "Care of", "Care  of"),
    ("The shed is locked at 20:00", "hangs beside", "hangs right beside"),
    ("Start it again with `pump --slow /dev/flow`.", "Start it again", "Start it  again"),
)  # fmt: skip
