"""What the types share whose answer is typed in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from quiz.core.grading.grading import Distractor, Part, Response
from quiz.core.questions.question import Question

if TYPE_CHECKING:
    from quiz.core.grading.typed_parts import Manner


class Typed(Question):
    """Typed words. `language` is the set's, `compare` is `words` or `exact` where the author says.

    `reject` names answers that are wrong although they look right, each with what is said of it.
    """

    typed: ClassVar[bool] = True

    language: str = ""
    compare: str = ""
    reject: tuple[Distractor, ...] = ()

    @property
    def asked(self) -> tuple[tuple[str, ...], ...]:
        """For each thing to type its wordings, the first of which is shown."""
        raise NotImplementedError

    @property
    def wordings(self) -> tuple[str, ...]:
        """All that counts."""
        return tuple(wording for wordings in self.asked for wording in wordings)

    @property
    def compared(self) -> tuple[tuple[str, ...], ...]:
        """The same with what else counts where it stands."""
        return self.asked

    @property
    def manner(self) -> Manner:
        """How the words are compared."""
        from quiz.core.grading.typed_parts import Manner

        return Manner(self.language, self.compare, self.reject)

    @property
    def compared_exactly(self) -> bool:
        """Whether an answer is compared by its characters: as the author says, or by its looks."""
        from quiz.core.grading.exact import looks_exact

        exact = self.compare != "words" and any(map(looks_exact, self.wordings))
        return exact or self.compare == "exact"

    def parts_of(self, response: Response) -> tuple[Part, ...]:
        """The words typed."""
        from quiz.core.grading.typed_parts import typed_parts  # when something is typed

        return typed_parts(self.compared, response, self.manner)

    def chosen_wrong(self, response: Response) -> tuple[Distractor, ...]:
        """What the author rejects among the words typed."""
        if not self.reject or response.contested:
            return ()
        manner = self.manner
        given = (part for part in self.parts_of(response) if part.given and not part.right)
        found = (one for part in given for one in manner.rejected(part.given, ()))
        return tuple(dict.fromkeys(found))
