"""A set over Markdown with a quotation, a list, a table and code, and what it cites of each."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from quiz.study.common.workspace import Workspace
from tests.plain.nine_types import workspace_over

FILE = """\
---
title: Valve handbook
---

# Valves {#valves}

Open the **main valve** only when the gauge shows *less than 5 bar*; see
[the guide](https://example.org/guide) or run `valve --check` first.[^1]

> The lid stays shut. Whoever opens it
> has to call the **shift leader** first.
>
> 1. Read the gauge.
> 2. Write the reading down in the log, with the time and the name of the reader.

## Limits

| Valve | Pressure | What to do when it is exceeded and nobody can | Tested |
|:------|---------:|:------:|---|
| main | 5 bar | Close it, wait, then call the fire brigade in it | yes |
| relief | 12.5 bar | Leave the hall | no |

- [x] Read the `gauge`
- [ ] Close the lid

```python
def open_valve(name: str, limit: float = 5.0) -> bool:
    return gauge(name) < limit  # never at the limit itself, as the makers of it demand
```

H<sub>2</sub>O boils at 100 °C &amp; expands.

[^1]: The check takes a minute.
"""
CITED = {
    "main valve only when the gauge shows less than 5 bar": "main valve only when the gauge shows "
    "less than 5 bar",
    "see\\n[the guide](https://example.org/guide) or run `valve": "see the guide or run valve",
    "has to call the **shift leader** first": "has to call the shift leader first",
    "Write the reading down in the log, with the time and": "Write the reading down in the log, "
    "with the time and",
    "Leave the hall": "Leave the hall",
    "Close the lid": "Close the lid",
    "return gauge(name) < limit": "return gauge(name) < limit",
    "H2O boils at 100 °C & expands": "H₂O boils at 100 °C & expands",
    "The check takes": "The check takes",
}
"""What a question quotes, copied from the file or the page, and what is shown of it."""

_HEAD = """id: valves
title: Valves
documents: {v: documents/valves.md}
questions:
  - id: lid
    type: true-false
    stem: Is the lid hot?
    answer: "true"
    sources:
"""


def write_valves(folder: Path) -> Path:
    """The set's file."""
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "valves.md").write_text(FILE, encoding="utf-8")
    path = folder / "valves.yaml"
    lines = "".join(f'      - {{document: v, exact: "{exact}"}}\n' for exact in CITED)
    path.write_text(_HEAD + lines, encoding="utf-8")
    return path


def valves(folder: Path) -> AbstractContextManager[Workspace]:
    """A workspace over the set."""
    return workspace_over(write_valves(folder / "set"), folder / "home")
