"""What a person reads of each part of Markdown, and what of it is no text."""

from __future__ import annotations

import pytest

from quiz.core.rendering.blocks import Kind, Look
from quiz.core.rendering.markdown import render


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("See [the guide](a.md 'T') **before** `x` ~~now~~.", "See the guide before x now."),
        ("[a][r] and [r] and <http://e.org>\n\n[r]: b.md", "a and r and http://e.org"),
        ("12\\_kg &amp; &#956;g&nbsp;x &copy;", "12_kg & μg\u00a0x ©"),
        ("H<sub>2</sub>O x<sup>10</sup> a<sup>b</sup> H~2~O m^2^", "H₂O x¹⁰ ab H₂O m²"),
        ("one\ntwo  \nthree\\\nfour<br>five", "one two\nthree\nfour\nfive"),
        ("> a\n> b\n>> c\n\n> d", "a b\n\nc\n\nd"),
        ("![A *pump*](p.png) <img src=x alt='A lid'>", "A pump A lid"),
        ("<b>bold</b> <!-- no --> <script>no()</script> x", "bold   x"),
        ("# T {#id .c}\n\n## U { #u }\n\nT {x}\n---", "T\n\nU\n\nT {x}"),
        ("[a](b.md){target=_blank} and ![c](d.png){ width=5 }", "a and c"),
        ("{{< tip >}}Read{{< /tip >}} {% x %}this{{% y %}}.", "Read this."),
        (":::tip Title\nRead.\n:::\n\n::: {.note}\nAlso.\n:::", "Read.\n\nAlso."),
        ("/// note | Title\n\nRead.\n\n///", "Read."),
        ("> [!NOTE]\n> Read.", "Read."),
        ('!!! note "T"\n    Read.\n\n    - a\n\nOn.', "Read.\n\na\n\nOn."),
        ('=== "Tab"\n\n    ```c\n    x;\n    ```', "x;"),
        ("{: .wide }\nRead.\n\n[TOC]\n\n(label)=\n", "Read."),
        ("Call {func}`open` now.", "Call open now."),
        ("Set {x} and a{b} {.c} here.", "Set {x} and a{b} {.c} here."),
        ("- a\n- b\n  - c\n\n3. d\n4. e", "a\nb\nc\n\nd\ne"),
        ("- a\n\n- b", "a\n\nb"),
        ("- [ ] a\n- [x] b\n- [z] c", "a\nb\n[z] c"),
        ("| a | b |\n|---|---|\n| c \\| d | `e` |\n| | f |", "a  b\nc | d  e\nf"),
        ("    x = 1\n\n      y\n\n```sh\n$ ls\n\n  a\n```", "x = 1\n\n  y\n\n$ ls\n\n  a"),
        ("> ```\n> a\n>\n>   b\n> ```", "a\n\n  b"),
        ("```\nnever closed *a*", "never closed *a*"),
        ("Yes.[^1] No.[^x]\n\n[^1]: A.\n[^x]: B\n    c.", "Yes.¹ No.²\n\nA.\n\nB c."),
        ("No note.[^missing]", "No note.[^missing]"),
        ("Term\n: Meaning of it.\n: Another.", "Term\nMeaning of it.\nAnother."),
        ("a\n\n***\n\nb\n\n<!-- c\n\nd -->\n\ne", "a\n\nb\n\ne"),
        ("<h2>A</h2>\n<p>1 &lt; 2</p>\n<ul><li>b</li>\n<li>c</li></ul>", "A\n\n1 < 2\n\nb\n\nc"),
        ("<table><tr><th>a<th>b</tr>\n<tr><td>c</td><td>d e</td></tr></table>", "a  b\nc  d e"),
        ("<details>\n<summary>More</summary>\n\nText *here*.\n\n</details>", "More\n\nText here."),
        ("&#27;[31m &#x202E;x", "\ufffd[31m ‹U+202E›x"),
        ("# *a* `b` [c](d) #", "a b c"),
        ("Title\nin two\n===", "Title in two"),
        ("", ""),
        ("<!-- only this -->", ""),
    ],
)  # fmt: skip
def test_what_is_read(file: str, text: str) -> None:
    assert render(file).text == text


def test_blocks_know_what_is_drawn_before_them() -> None:
    page = render("> 3. a\n> 4. b\n>    c\n>\n>    d\n\n- [x] e\n  - f\n\nYes.[^n]\n\n[^n]: g")
    found = [(page.text[b.start : b.end], b.frame.lead, b.frame.hang) for b in page.blocks]
    assert found == [
        ("a", "│ 3. ", "│    "),
        ("b c", "│ 4. ", "│    "),
        ("d", "│    ", "│    "),
        ("e", "☑ ", "  "),
        ("f", "  • ", "    "),
        ("Yes.¹", "", ""),
        ("g", "¹ ", "  "),
    ]


def test_rows_know_their_cells_and_how_they_are_aligned() -> None:
    page = render("| a | b | c |\n|:--|--:|:-:|\n| d |  | e f |")
    head, row = page.blocks
    assert (head.kind, row.kind) == (Kind.LABEL, Kind.ROW)
    assert head.frame.head
    assert not row.frame.head
    assert row.frame.aligned == ("left", "right", "center")
    assert [page.text[a:b] for a, b in row.frame.cells] == ["d", "", "e f"]


def test_marks_know_where_links_lead() -> None:
    page = render("A *b **c*** [d `e`](f.md) ~~g~~ ![h](i.png) j[^1]\n\n[^1]: k")
    found = {(page.text[m.start : m.end], m.look, m.target) for m in page.marks}
    assert found == {
        ("b c", Look.EMPHASIS, ""),
        ("c", Look.STRONG, ""),
        ("d e", Look.LINK, "f.md"),
        ("e", Look.CODE, ""),
        ("g", Look.STRUCK, ""),
        ("h", Look.IMAGE, ""),
        ("¹", Look.NOTE, ""),
    }


def test_code_knows_its_language() -> None:
    page = render("```python title='x'\na\n```\n\n```{.sh}\nb\n```\n\n    c")
    assert [block.frame.language for block in page.blocks] == ["python", "sh", ""]


@pytest.mark.parametrize(
    "file",
    ["[" * 5000, "> " * 500, "*a " * 5000, "`x " * 5001, "<a " * 3000, "- " * 300, "{" * 5000],
)
def test_what_is_made_to_be_slow_or_deep_is_read_to_its_end(file: str) -> None:
    assert render(f"{file}end").text.endswith("end")
