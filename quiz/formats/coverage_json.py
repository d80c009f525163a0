"""Coverage as JSON values."""

from __future__ import annotations

from quiz.core.documents.coverage import Coverage, Share


def coverage_json(found: Coverage) -> dict[str, object]:
    """One document: its shares, its sections, its sentences."""
    document = found.document
    return {
        "title": document.title,
        "path": document.path,
        "origin": document.origin or None,
        **_share(found.share),
        "sections": [
            {"title": section.title, "level": section.level, **_share(share)}
            for section, share in found.sections()
        ],
        "sentences": [
            {
                "line": document.line_of(sentence.passage.start),
                "page": document.page_of(sentence.passage) or None,
                "start": sentence.passage.start,
                "end": sentence.passage.end,
                "text": document.quote(sentence.passage),
                "state": str(sentence.state),
                "questions": list(sentence.questions),
                "reason": sentence.reason,
            }
            for sentence in found.sentences
        ],
    }


def _share(share: Share) -> dict[str, object]:
    part = share.part
    percent = None if part is None else round(part * 100, 1)
    return {
        "asked": share.asked,
        "total": share.total,
        "left_out": share.left_out,
        "percent": percent,
    }
