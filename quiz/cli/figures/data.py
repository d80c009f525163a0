"""Statistics as JSON values, and as one long table of section, name, measure and value."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from quiz.core.memory.figures import STABILITY_EDGES
from quiz.core.memory.rates import Rate
from quiz.core.text.safe_text import sanitise
from quiz.study.statistics.certainty import CertaintyFigures, certainty_figures
from quiz.study.statistics.exams import ExamFigures, exam_figures
from quiz.study.statistics.memory import MemoryFigures, memory_figures
from quiz.study.statistics.recall import Recalled, group_name, recall_figures
from quiz.study.statistics.retention import RetentionFigures, retention_figures
from quiz.study.statistics.scope import Scope
from quiz.study.statistics.sections import section_figures
from quiz.study.statistics.text.memory import bucket_names
from quiz.study.statistics.text.words import iso
from quiz.study.statistics.today import TodayFigures, today_figures
from quiz.study.statistics.what_if import WhatIf
from quiz.study.today.progress import ProgressRow, progress_report

COLUMNS = ("section", "name", "measure", "value")
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a formula begins; spreadsheets take the wide signs for the others."""

Data = dict[str, object]


def all_data(scope: Scope) -> Data:
    """Every figure, by section."""
    found = progress_report(scope.workspace)
    today, recall, sections = today_figures(scope), recall_figures(scope), section_figures(scope)
    return {
        "total": _progress_row(found.total),
        "sets": [_progress_row(row) for row in found.sets],
        "documents": [_progress_row(row) for row in found.documents],
        "today": _today(today),
        "calendar": _calendar(today),
        "retention": _retention(retention_figures(scope)),
        "recall": {
            "kinds": _recalled(recall.kinds),
            "tags": _recalled(recall.tags),
            "sets": _recalled(recall.sets),
            "documents": _recalled(sections.documents),
            "sections": _recalled(sections.sections),
            "elsewhere": rate_data(sections.elsewhere),
        },
        "memory": _memory(memory_figures(scope, None)),
        "certainty": _certainty(certainty_figures(scope, None)),
        "exams": _exams(exam_figures(scope)),
    }


def rate_data(rate: Rate) -> Data:
    """Counts, share (0 to 1) and its interval; None where there is none."""
    low, high = rate.interval or (None, None)
    return {"right": rate.right, "of": rate.of, "share": rate.share, "low": low, "high": high}


def _progress_row(row: ProgressRow) -> Data:
    figures = {**asdict(row), "retention": row.retention}
    return {name: value for name, value in figures.items() if name != "name" or value}


def _today(found: TodayFigures) -> Data:
    own = found.pace
    days = enumerate(found.forecast.days, start=found.today)
    return {
        "date": iso(found.today),
        "due": found.forecast.due,
        "backlog": found.forecast.backlog,
        "new": found.new,
        "minutes": found.minutes,
        "pace_answers": own.answers if own else 0,
        "answering_ms": own.any_kind if own else None,
        "reading_ms": own.reading if own else None,
        "kinds": [{"name": k, "answering_ms": ms} for k, ms in own.kinds.items()] if own else [],
        "forecast": [{"name": iso(day), "due": count} for day, count in days],
        "later": found.forecast.later,
    }


def _calendar(found: TodayFigures) -> Data:
    return {
        "days_studied": found.diligence.studied,
        "days_in_a_row": found.diligence.running,
        "most_in_a_row": found.diligence.longest,
        "answers": sum(found.studied.values()),
        "days": [{"name": iso(d), "answers": n} for d, n in sorted(found.studied.items())],
    }


def _retention(found: RetentionFigures) -> Data:
    months = [
        {
            "name": month.name,
            **rate_data(month.all),
            **{f"young_{key}": value for key, value in rate_data(month.young).items()},
            **{f"mature_{key}": value for key, value in rate_data(month.mature).items()},
        }
        for month in found.months
    ]
    return {
        "desired": found.desired,
        **rate_data(found.all),
        "corrected": found.corrected._asdict() if found.corrected else None,
        "young": rate_data(found.young),
        "mature": rate_data(found.mature),
        "months": months,
    }


def _recalled(rows: Iterable[Recalled]) -> list[Data]:
    return [{"name": group_name(row), **rate_data(row.rate)} for row in rows]


def _memory(found: MemoryFigures) -> Data:
    starts = (0, *STABILITY_EDGES)
    buckets = zip(bucket_names(), starts, found.buckets, strict=True)
    return {
        "asked": found.asked,
        "new": found.new,
        "stability": [{"name": n, "from_days": s, "questions": c} for n, s, c in buckets],
        "problems": found.problems,
        "problem_questions": [
            {
                "name": one.placed.question,
                "stem": one.placed.stem,
                "place": one.placed.place,
                "lapses": one.lapses,
                "reviews": one.reviews,
                "stability": one.stability,
            }
            for one in found.worst
        ],
    }


def _certainty(found: CertaintyFigures) -> Data:
    return {
        "marked": found.marked,
        "marks": [{"name": m.value, **rate_data(rate)} for m, rate in found.marks.items()],
        "mistaken": found.mistaken,
        "righted": found.righted,
        "contested": found.contested,
        "errors": [
            {
                "name": one.placed.question,
                "stem": one.placed.stem,
                "place": one.placed.place,
                "times": one.times,
                "date": iso(one.day),
            }
            for one in found.errors
        ],
    }


def _exams(found: ExamFigures) -> Data:
    sat = [
        {
            "name": str(number),
            "date": iso(exam.day),
            "title": exam.title,
            **rate_data(exam.score),
            "needed": exam.needed / 100,
            "passed": exam.passed,
        }
        for number, exam in enumerate(found.exams, start=1)
    ]
    return {"passed": rate_data(found.passed), "sat": sat}


def what_if_data(found: WhatIf) -> Data:
    """The expected score, and everything it rests on."""
    score, low, high = found.estimate or (None, None, None)
    unseen = [
        {
            "name": one.kind or ("any kind" if one.tries else "guessing"),
            "questions": one.questions,
            "chance": one.chance,
            **(rate_data(one.tries) if one.tries else {}),
        }
        for one in found.unseen
    ]
    return {
        "set": found.set_id,
        "title": found.title,
        "date": iso(found.day),
        "score": score,
        "low": low,
        "high": high,
        "needed": found.needed / 100,
        "drawn": found.drawn,
        "asked": found.asked,
        "recall": found.recall,
        "unseen": unseen,
        "correction": found.correction._asdict(),
        "course": [{"name": iso(day), "score": value} for day, value in found.course],
    }


def tidy(data: Mapping[str, object]) -> str:
    """The same values as CSV: a row for each, its section with dots for what is inside."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for section, value in data.items():
        writer.writerows(_rows(section, "", "", value))
    return out.getvalue()


def _rows(section: str, name: str, measure: str, value: object) -> Iterator[tuple[str, ...]]:
    inner = f"{section}.{measure}" if measure else section
    if isinstance(value, Mapping):
        for key, found in value.items():
            yield from _rows(inner, name, key, found)
    elif isinstance(value, list):
        for item in value:
            for key, found in item.items():
                if key != "name":
                    yield from _rows(inner, cell(str(item["name"])), key, found)
    elif value is not None:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        yield section, name, measure, cell(text) if isinstance(value, str) else text


def cell(text: str) -> str:
    """A text harmless in a spreadsheet: what begins like a formula gets a quote in front (OWASP).

    Hidden characters are made visible; a number is no text and stays as it is.
    """
    starts = text.startswith(("\t", "\r")) or text.lstrip().startswith(FORMULA)
    return f"'{sanitise(text)}" if starts else sanitise(text)
