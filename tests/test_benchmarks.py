"""The benchmarks' own arithmetic; how fast anything is, is not tested here."""

from __future__ import annotations

import json
import os
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.benchmarks import __main__ as bench
from tests.benchmarks import peer_files, peers
from tests.benchmarks.corpus import Words, shelves, write_ours
from tests.benchmarks.cpu import alternate, late, medians, tree_cpu
from tests.benchmarks.figures import PEERS, Figure, as_json, better, load, ratios, save, worse
from tests.benchmarks.report import amount, lines, markdown, plot, put


def figure(
    measured: float = 6.0,
    base: float = 4.0,
    *,
    what: str = "ours",
    budget: float | None = None,
    limit: float | None = None,
    checked: bool = True,
) -> Figure:
    return Figure("a.name", PEERS, what, measured, "theirs", base, "ms", budget, limit, checked)


def test_a_ratio_is_measured_by_base() -> None:
    assert figure(6, 4).ratio == 1.5


@pytest.mark.parametrize(
    ("budget", "limit", "kept"),
    [
        (None, None, True),
        (1.5, None, True),
        (1.4, None, False),
        (None, 6.0, True),
        (None, 5.9, False),
        (2.0, 5.0, False),
    ],
)
def test_a_figure_is_kept_within_its_budget_and_its_limit(
    budget: float | None, limit: float | None, kept: bool
) -> None:
    assert figure(6, 4, budget=budget, limit=limit).kept is kept


@pytest.mark.parametrize(
    ("recorded", "is_worse"),
    [(1.5, False), (1.26, False), (1.24, True), (2.0, False), (1.0, True)],
)
def test_a_ratio_is_worse_when_it_grew_by_more_than_a_fifth(
    recorded: float, is_worse: bool
) -> None:
    found = worse([figure(6, 4)], {"a.name": recorded})
    assert bool(found) is is_worse


def test_of_two_measurements_the_lower_ratio_counts() -> None:
    slow, quick = figure(8, 4), figure(6, 4)
    assert better([slow], [quick]) == better([quick], [slow]) == [quick]
    assert better([slow], []) == [slow]


def test_a_ratio_that_is_worse_only_once_is_forgiven(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    recorded = tmp_path / "recorded.json"
    save(recorded, {"keys.a": 1.0})
    monkeypatch.setattr(bench, "RECORDED", recorded)
    slow, quick = (figure(n, 4)._replace(name="keys.a") for n in (6, 4))
    for again, good in ((quick, True), (slow, False)):
        monkeypatch.setattr(bench, "run", lambda names, peers, again=again: [again])
        assert bench.check([slow], peers=False) is good


def test_what_was_never_recorded_is_not_worse() -> None:
    assert worse([figure()], {"another": 0.1}) == []


def test_wall_time_is_neither_recorded_nor_held_against_earlier_runs() -> None:
    wall = figure(checked=False)
    assert ratios([wall]) == {}
    assert worse([wall], {"a.name": 0.1}) == []


def test_recorded_ratios_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "recorded.json"
    assert load(path) == {}
    save(path, ratios([figure(2, 3)]))
    assert load(path) == {"a.name": 0.667}


def test_all_figures_are_written_for_programs_with_ratio_and_verdict() -> None:
    (row,) = json.loads(as_json([figure(budget=1.4)]))
    assert (row["ratio"], row["kept"], row["unit"]) == (1.5, False, "ms")


def test_the_recorded_names_are_those_of_checked_figures() -> None:
    recorded = load(Path(__file__).parent / "benchmarks" / "recorded.json")
    assert recorded
    assert not [name for name in recorded if name.endswith("wall")]
    assert all(ratio > 0 for ratio in recorded.values())


@pytest.mark.parametrize(
    ("value", "text"), [(1234.5, "1,234 ms"), (99.44, "99.4 ms"), (0.2344, "0.234 ms")]
)
def test_amounts_have_three_digits_that_count(value: float, text: str) -> None:
    assert amount(value, "ms") == text


def test_a_missed_budget_says_so_in_both_tables() -> None:
    missed = figure(budget=1.4)
    assert "≤ 1.4: not kept" in lines([missed])[1]
    assert "| ≤ 1.4: not kept |" in markdown([missed])


def test_a_table_without_budgets_has_no_column_for_them() -> None:
    rows = markdown([figure()]).splitlines()
    assert {row.count("|") for row in rows} == {5}


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    begin, end = "<!-- x: made by `make bench` -->", "<!-- end of x -->"
    text = put(f"before\n{begin}\nold\n{end}\nafter\n", "x", "new")
    assert text == f"before\n{begin}\n\nnew\n{end}\nafter\n"


def test_a_document_without_the_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="the marks of x are missing"):
        put("no marks", "x", "new")


def test_the_plot_is_xml_with_a_bar_a_figure_and_no_markup_of_titles(tmp_path: Path) -> None:
    path = tmp_path / "plot.svg"
    plot([figure(1, 4, what="<b>&"), figure(4, 1), figure(1, 1)], path)
    root = ElementTree.parse(path).getroot()
    bars = [node for node in root.iter() if node.tag.endswith("rect")][1:]
    assert len(bars) == 3
    assert float(bars[0].get("x", "0")) < float(bars[1].get("x", "0"))


def test_the_95th_percentile_leaves_one_of_twenty_out() -> None:
    assert late([float(n) for n in range(20)]) == 19
    assert late([float(n) for n in range(100)]) == 95


def test_medians_are_of_columns() -> None:
    assert medians([(1, 10), (9, 20), (2, 60)]) == [2, 20]


def test_cases_take_turns_and_the_first_round_does_not_count() -> None:
    seen: list[str] = []

    def case(name: str, values: list[float]) -> float:
        seen.append(name)
        return values.pop(0)

    slow, fast = [100.0, 3.0, 1.0, 2.0], [50.0, 6.0, 6.0, 6.0]
    found = alternate({"a": lambda: case("a", slow), "b": lambda: case("b", fast)}, 3)
    assert found == {"a": 2.0, "b": 6.0}
    assert seen == ["a", "b"] * 4


def test_the_cpu_time_of_this_process_is_seen_from_its_id() -> None:
    before = tree_cpu(os.getpid())
    sum(range(300_000))
    assert tree_cpu(os.getpid()) > before > 0


def test_the_same_seed_gives_the_same_questions_in_every_format(tmp_path: Path) -> None:
    first, again = (next(shelves(30, Words())) for _ in range(2))
    assert first == again
    assert len(write_ours(tmp_path / "sets", [first])) == 30
    for text in (peer_files.quizmd(first.items), peer_files.text2qti(first.items)):
        assert all(item.stem in text and item.answer in text for item in first.items)


def test_each_proof_stands_in_its_document_once() -> None:
    shelf = next(shelves(400, Words()))
    text = "\n\n".join(shelf.paragraphs)
    assert all(text.count(item.proof) == 1 for item in shelf.items)


def test_what_cannot_be_installed_is_skipped_with_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(peers, "FOLDER", tmp_path)
    monkeypatch.setattr(peers, "_install", lambda *_: "no network")
    peers.programs.cache_clear()
    assert peers.programs("quizmd") is None
    assert "skipping quizmd 2.4.4: no network" in capsys.readouterr().err
    peers.programs.cache_clear()
