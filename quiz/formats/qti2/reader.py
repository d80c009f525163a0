"""An item of QTI 2.x (and 3, whose names differ), told by its interactions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from quiz.formats.bank.item import Item, Place
from quiz.formats.bank.making import Choice, Making
from quiz.formats.bank.model_answers import model_and_points
from quiz.formats.bank.qti_names import attribute, every, first, simple_name
from quiz.formats.bank.texts import flat
from quiz.formats.bank.weights import Weighted, several, single
from quiz.formats.bank.xml import Element
from quiz.formats.qti2.body import Gap, body_of, text_of
from quiz.formats.qti2.feedback import Said, said_of
from quiz.formats.qti2.responses import Response, responses_of

_NOTHING = "nothing in it says which answer is right"
_TRUTH = {"true": True, "false": False}
_REFUSED = {
    "hotspotInteraction": "it is answered on a picture",
    "selectPointInteraction": "it is answered on a picture",
    "graphicOrderInteraction": "it is answered on a picture",
    "graphicAssociateInteraction": "it is answered on a picture",
    "graphicGapMatchInteraction": "it is answered on a picture",
    "positionObjectInteraction": "it is answered on a picture",
    "drawingInteraction": "it is answered with a drawing",
    "sliderInteraction": "it is answered on a scale",
    "mediaInteraction": "it is a recording to listen to or to watch",
    "uploadInteraction": "it is answered with a file",
    "customInteraction": "it is answered with a program of its own",
    "portableCustomInteraction": "it is answered with a program of its own",
}
_INLINE = ("textEntryInteraction", "inlineChoiceInteraction")
_ASIDE = ("endAttemptInteraction", "printInteraction")


def item_of(root: Element, place: Place) -> Item:
    """What becomes of an item; never raises on its content."""
    making = Making(place, attribute(root, "title"), attribute(root, "identifier"))
    body = first(root, "itemBody")
    if body is None:
        return making.refuse("it shows nothing")
    if first(root, "templateDeclaration") is not None:
        return making.refuse("its numbers are drawn anew for each learner")
    found = [one for one in body.iter() if simple_name(one).endswith("Interaction")]
    found = [one for one in found if simple_name(one) not in _ASIDE]
    if not found:
        return making.refuse("it asks nothing")
    names = {simple_name(one) for one in found}
    for name in names & _REFUSED.keys():
        return making.refuse(_REFUSED[name])
    said = said_of(making, root)
    responses = responses_of(root)
    if names <= set(_INLINE):
        return _inline(making, body, responses, said)
    if len(found) > 1:
        return making.refuse("it asks several things at once")
    (interaction,) = found
    read = _KINDS.get(simple_name(interaction))
    if read is None:
        return making.refuse(f"there is nothing here like its {simple_name(interaction)}")
    making.stem = body_of(making, body, hidden=("gapMatchInteraction",)).stem
    making.explain(*said.general)
    if said.model and read is not _written:
        making.lose(f"what scorers are told: “{flat(said.model)[:80]}”")
    only = next(iter(responses.values())) if len(responses) == 1 else Response()
    return read(making, interaction, responses.get(_name(interaction), only), said)


def _name(interaction: Element) -> str:
    return attribute(interaction, "responseIdentifier")


def _chosen(making: Making, element: Element, response: Response, said: Said) -> Item:
    choices = list(every(element, "simpleChoice", "hottext"))
    points = response.points
    if not any(worth > 0 for worth in points.values()):
        return making.refuse(_NOTHING)
    many = response.cardinality == "multiple" or attribute(element, "maxChoices") not in ("", "1")
    total = sum(worth for worth in points.values() if worth > 0)
    best = max(points.values())
    whole = total if many else best
    options = [
        Weighted(
            text_of(making, one),
            100 * points.get(attribute(one, "identifier"), 0.0) / whole,
            said.of(attribute(one, "identifier"), one),
        )
        for one in choices
    ]
    if not all(flat(one.text) for one in options):
        return making.refuse("its options have no text")
    if not many and {flat(one.text).lower() for one in options} == set(_TRUTH):
        return _judged(making, options)
    if many:
        return several(making, options)
    return single(making, options)


def _judged(making: Making, options: list[Weighted]) -> Item:
    right = max(options, key=lambda one: one.weight)
    wrong = min(options, key=lambda one: one.weight)
    making.explain(right.feedback)
    if _TRUTH[flat(right.text).lower()]:
        making.explain(wrong.feedback)
        return making.true_false(True)
    correction, rest = wrong.feedback, making.explanation
    if not correction:
        correction, _, rest = making.explanation.partition("\n\n")
    making.explanation = rest
    return making.true_false(False, correction=correction)


def _ordered(making: Making, element: Element, response: Response, said: Said) -> Item:
    texts = {
        attribute(one, "identifier"): text_of(making, one) for one in every(element, "simpleChoice")
    }
    if not response.correct:
        return making.refuse(_NOTHING)
    if len(response.correct) < len(texts):
        making.lose("the things that belong nowhere in the order")
    return making.ordering([texts.get(one, "") for one in response.correct])


def _matched(making: Making, element: Element, response: Response, said: Said) -> Item:
    sets = list(every(element, "simpleMatchSet"))
    if len(sets) != 2:
        return making.refuse("it has no two sides to match")
    left, right = (
        {attribute(o, "identifier"): text_of(making, o) for o in _choices(s)} for s in sets
    )
    return _pairs(making, left, right, response)


def _associated(making: Making, element: Element, response: Response, said: Said) -> Item:
    texts = _texts(making, _choices(element))
    return _pairs(making, texts, texts, response)


def _texts(making: Making, elements: Iterable[Element]) -> dict[str, str]:
    """The texts of elements by their identifiers."""
    return {attribute(one, "identifier"): text_of(making, one) for one in elements}


def _choices(element: Element) -> list[Element]:
    return list(every(element, "simpleAssociableChoice"))


def _pairs(
    making: Making, left: Mapping[str, str], right: Mapping[str, str], response: Response
) -> Item:
    pairs = []
    for pair in response.rights:
        first_one, _, second = pair.partition(" ")
        if first_one in right and second in left and first_one not in left:
            first_one, second = second, first_one
        pairs.append((left.get(first_one, ""), right.get(second.strip(), "")))
    if not pairs:
        return making.refuse(_NOTHING)
    lefts = [one for one, _ in pairs]
    if len(set(lefts)) < len(lefts) and len({two for _, two in pairs}) == len(pairs):
        pairs = [(two, one) for one, two in pairs]
        left, right = right, left
    both = left is right
    used_lefts, used = ({one[side] for one in pairs} for side in (0, 1))
    unused = [] if both else [text for text in left.values() if text not in used_lefts]
    for text in unused:
        making.lose(f"“{flat(text)[:60]}”, which belongs to nothing")
    others = [text for text in right.values() if text not in used]
    return making.matching(pairs, [text for text in others if not both or text not in used_lefts])


def _dragged(making: Making, element: Element, response: Response, said: Said) -> Item:
    """Texts dragged into gaps are typed here."""
    texts = {
        attribute(one, "identifier"): text_of(making, one) for one in every(element, "gapText")
    }
    if first(element, "gapImg") is not None:
        return making.refuse("it is answered with pictures")
    right: dict[str, list[str]] = {}
    for pair in response.rights:
        text, _, gap = pair.partition(" ")
        right.setdefault(gap.strip(), []).append(texts.get(text, ""))
    found = body_of(making, element, lambda one: Gap(attribute(one, "identifier")))
    gaps = [right.get(gap.name, []) for gap in found.gaps]
    if not gaps or not all(gaps):
        return making.refuse(_NOTHING if gaps else "its text has no gap")
    wrong = [text for text in texts.values() if not any(text in gap for gap in gaps)]
    making.change("the gaps are typed now; texts were dragged into them")
    stem, parts = found.around
    making.stem = "\n\n".join(filter(None, (making.stem, stem)))
    return making.cloze(parts, gaps, [Choice(text) for text in wrong])


def _written(making: Making, element: Element, response: Response, said: Said) -> Item:
    if response.rights and not said.model:
        answer = response.rights[0]
        if len(answer.split()) <= 8:
            return making.short_answer(response.rights)
        return making.open(*model_and_points(answer))
    model = said.model
    if not model:
        model, making.explanation = making.explanation, ""
    return making.open(*model_and_points(model))


def _inline(making: Making, body: Element, responses: Mapping[str, Response], said: Said) -> Item:
    """Fields in a text; a single one that stands alone is a short answer or a number."""
    found = body_of(making, body, lambda one: Gap(_name(one), one))
    making.explain(*said.general)
    gaps, wrong = [], []
    for gap in found.gaps:
        right, others = _wordings(making, gap, responses.get(gap.name, Response()))
        if not right:
            return making.refuse(_NOTHING)
        gaps.append(right)
        wrong += others
    stem, parts = found.around
    rejected = [Choice(text, feedback) for text, feedback in said.rejected]
    only = responses.get(found.gaps[0].name, Response())
    if len(gaps) == 1 and not flat(parts[0]) and not wrong:
        making.stem = stem
        if only.number and stem:
            return making.numeric(gaps[0][0], only.tolerance, flat(parts[1]))
        if stem and not flat(parts[1]):
            return making.short_answer(gaps[0], rejected, exact=only.exact)
    if wrong:
        making.change("the gaps are typed now; they were chosen from a list")
    making.stem = stem
    exact = any(responses.get(gap.name, Response()).exact for gap in found.gaps)
    return making.cloze(parts, gaps, [*wrong, *rejected], exact=exact)


def _wordings(making: Making, gap: Gap, response: Response) -> tuple[list[str], list[Choice]]:
    """What counts in a gap, and what else could be chosen."""
    options = list(every(gap.element, "inlineChoice")) if gap.element is not None else []
    if not options:
        return response.rights, []
    texts = {attribute(one, "identifier"): text_of(making, one) for one in options}
    right = [texts[one] for one in response.rights if one in texts]
    others = [Choice(text) for one, text in texts.items() if one not in response.rights]
    return right, others


_KINDS: Mapping[str, Callable[[Making, Element, Response, Said], Item]] = {
    "choiceInteraction": _chosen,
    "hottextInteraction": _chosen,
    "orderInteraction": _ordered,
    "matchInteraction": _matched,
    "associateInteraction": _associated,
    "gapMatchInteraction": _dragged,
    "extendedTextInteraction": _written,
}
