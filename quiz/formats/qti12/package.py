"""The zip around the items: a manifest, the quiz, and what Canvas wants to know of it."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.questions.question_set import QuestionSet
from quiz.formats.outgoing.archive import archive
from quiz.formats.outgoing.html import block
from quiz.formats.outgoing.naming import stable_number
from quiz.formats.outgoing.xml import HEAD, escaped, tag

_HERE = "\ue000"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_QTI_FILE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd"
_CP = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"


def package(head: QuestionSet, items: Sequence[str]) -> bytes:
    """The zip."""
    name = f"g{stable_number(head.id, 1 << 60):015x}"
    return archive(
        [
            ("imsmanifest.xml", HEAD + _manifest(name)),
            (f"{name}/{name}.xml", _quiz(name, head, items)),
            (f"{name}/assessment_meta.xml", HEAD + _about(name, head, len(items))),
        ]
    )


def _quiz(name: str, head: QuestionSet, items: Sequence[str]) -> str:
    """The quiz; ten thousand items are not copied more often than they must be."""
    attempts = tag("fieldlabel", "cc_maxattempts") + tag("fieldentry", "1")
    assessment = tag(
        "assessment",
        tag("qtimetadata", tag("qtimetadatafield", attempts)),
        tag("section", _HERE, ident="root_section"),
        ident=name,
        title=head.title,
    )
    whole = tag(
        "questestinterop",
        assessment,
        xmlns=_QTI,
        xmlns__xsi=_XSI,
        xsi__schemaLocation=f"{_QTI} {_QTI_FILE}",
    )
    before, after = whole.split(_HERE)
    return "\n".join((HEAD + before, *items, after))


def _about(name: str, head: QuestionSet, count: int) -> str:
    inside = (
        tag("title", escaped(head.title)),
        tag("description", escaped(block(head.description) if head.description else "")),
        tag("shuffle_answers", "true"),
        tag("scoring_policy", "keep_highest"),
        tag("quiz_type", "assignment"),
        tag("points_possible", f"{count}.0"),
        tag("show_correct_answers", "true"),
        tag("allowed_attempts", "1"),
    )
    return tag("quiz", *inside, identifier=name, xmlns=_CANVAS)


def _manifest(name: str) -> str:
    about = f"{name}/assessment_meta.xml"
    quiz = tag(
        "resource",
        tag("file", href=f"{name}/{name}.xml"),
        tag("dependency", identifierref=f"{name}_meta"),
        identifier=name,
        type="imsqti_xmlv1p2",
        href=f"{name}/{name}.xml",
    )
    meta = tag(
        "resource",
        tag("file", href=about),
        identifier=f"{name}_meta",
        type="associatedcontent/imscc_xmlv1p1/learning-application-resource",
        href=about,
    )
    inside = (
        tag("metadata", tag("schema", "IMS Content"), tag("schemaversion", "1.1.3")),
        tag("organizations"),
        tag("resources", quiz, meta),
    )
    return tag("manifest", *inside, identifier=f"{name}_manifest", xmlns=_CP)
