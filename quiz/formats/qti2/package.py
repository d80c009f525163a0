"""The zip around the items: the manifest, with tags as keywords, and a test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.core.questions.question_set import QuestionSet
from quiz.formats.outgoing.archive import archive
from quiz.formats.outgoing.bank import Outgoing
from quiz.formats.outgoing.xml import HEAD, escaped, tag

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PLACE = f"{NAMESPACE} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
_CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/LOM"
_TEST = "test.xml"


def package(head: QuestionSet, questions: Sequence[Outgoing], items: Sequence[str]) -> bytes:
    """The zip."""
    names = [f"items/{out.question.id}.xml" for out in questions]
    return archive(
        [
            ("imsmanifest.xml", HEAD + _manifest(head, questions, names)),
            (_TEST, HEAD + _test(head, questions, names)),
            *zip(names, items, strict=True),
        ]
    )


def _test(head: QuestionSet, questions: Sequence[Outgoing], names: Sequence[str]) -> str:
    refs = (
        tag("assessmentItemRef", identifier=f"item-{out.question.id}", href=name)
        for out, name in zip(questions, names, strict=True)
    )
    section = tag("assessmentSection", *refs, identifier="all", title=head.title, visible="true")
    part = tag(
        "testPart",
        section,
        identifier="part",
        navigationMode="nonlinear",
        submissionMode="individual",
    )
    return tag(
        "assessmentTest",
        part,
        xmlns=NAMESPACE,
        xmlns__xsi=XSI,
        xsi__schemaLocation=PLACE,
        identifier=head.id,
        title=head.title,
    )


def _manifest(head: QuestionSet, questions: Sequence[Outgoing], names: Sequence[str]) -> str:
    test = tag(
        "resource",
        tag("file", href=_TEST),
        *(tag("dependency", identifierref=f"item-{out.question.id}") for out in questions),
        identifier="test",
        type="imsqti_test_xmlv2p1",
        href=_TEST,
    )
    resources = (_resource(out, name) for out, name in zip(questions, names, strict=True))
    about = tag("schema", "QTIv2.1 Package"), tag("schemaversion", "1.0.0")
    return tag(
        "manifest",
        tag("metadata", *about),
        tag("organizations"),
        tag("resources", test, *resources),
        xmlns=_CP,
        xmlns__lom=_LOM,
        identifier=f"manifest-{head.id}",
    )


def _resource(out: Outgoing, name: str) -> str:
    inside = (*_keywords(out), tag("file", href=name))
    about = {"identifier": f"item-{out.question.id}", "type": "imsqti_item_xmlv2p1", "href": name}
    return tag("resource", *inside, **about)


def _keywords(out: Outgoing) -> Iterator[str]:
    if out.question.tags:
        words = (
            tag("lom:keyword", tag("lom:string", escaped(word), language="en"))
            for word in out.question.tags
        )
        yield tag("metadata", tag("lom:lom", tag("lom:general", *words)))
