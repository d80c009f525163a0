from __future__ import annotations

import io
import zipfile

import pytest

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.errors import QuizError
from tests.formats.banks.reading import items, only, question

OPTIONS = "Question,Option A,Option B,Option C,Correct,Explanation\n"


@pytest.mark.parametrize("right", ["B", "b", "2", "2.0", "green", "Green", "(b)"])
def test_the_right_option_by_letter_number_or_text(right: str) -> None:
    found = question(f"{OPTIONS}Which?,red,green,blue,{right},why\n")
    assert isinstance(found, SingleChoice)
    assert (found.answer, found.wrong, found.explanation) == ("green", ("red", "blue"), "why")


@pytest.mark.parametrize("right", ["A,C", "1,3", "1;3", "A and C", "red|blue"])
def test_several_right_options(right: str) -> None:
    found = question(f'{OPTIONS}Which?,red,green,blue,"{right}",\n')
    assert isinstance(found, MultipleChoice)
    assert found.answers == ("red", "blue")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_parts_the_cells_and_the_encoding_are_told_by_content(
    mark: str, encoding: str
) -> None:
    rows = [["Question", "Answer", "Wrong 1"], ["Größe?", "a", "b"], ["Wie, so;?", "c", "d"]]
    text = "\r\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows)
    found = items(text.encode(encoding))
    assert [item.question and item.question.stem for item in found] == ["Größe?", "Wie, so;?"]


def test_a_line_that_names_the_separator_for_spreadsheets() -> None:
    found = items("\ufeffsep=;\nQuestion;Answer\nWhat, then?;this\n")
    assert [item.place.line for item in found] == [3]


def test_a_cell_may_hold_several_lines_and_the_next_row_knows_its_line() -> None:
    first, second = items('Question,Answer\n"Two\nlines",a\nOne,b\n')
    assert first.question is not None
    assert (first.question.stem, first.place.line, second.place.line) == ("Two\nlines", 2, 4)


@pytest.mark.parametrize(
    ("row", "cell", "reason"),
    [
        ("Which?,red,green,blue,Z,", "E2", "none of the options"),
        ("Which?,red,green,blue,,", "", "no option is named as right"),
        (",red,green,blue,A,", "", "has no question"),
        ("Which?,red,green,blue,A,why,beside", "G2", "stands beside the header"),
    ],
)
def test_a_row_that_fails_names_its_line_and_cell(row: str, cell: str, reason: str) -> None:
    found = only(f"{OPTIONS}{row}\n")
    assert found.question is None
    assert found.place.line == 2
    assert cell in found.reason
    assert reason in found.reason


def test_every_type_by_its_name() -> None:
    text = (
        "id,type,question,answer,wrong 1,feedback 1,accept,tolerance,unit,tags\n"
        'a,numeric,How many?,30,,,,5%,minutes,"x, y"\n'
        "b,matching,Match,a = 1|b = 2,,,,,,\n"
        "c,ordering,Order,one|two|three,,,,,,\n"
        'd,cloze,"The {{cat|kitten}} sat",,,,,,,\n'
        "e,short-answer,Name,steam,water,too wet,vapour|mist,,,\n"
        "f,true-false,So?,false,,,,,,\n"
        "g,open,Why?,because,,,,,,\n"
        "h,single-choice,Which?,x,y,why not,,,,\n"
        "i,multiple-choice,Which?,x|y,z,,,,,\n"
        "j,riddle,Which?,x,y,,,,,\n"
    )
    found = items(text)
    kinds = [item.question.type if item.question else item.reason for item in found]
    assert kinds[:-1] == [
        "numeric",
        "matching",
        "ordering",
        "cloze",
        "short-answer",
        "true-false",
        "open",
        "single-choice",
        "multiple-choice",
    ]
    assert kinds[-1] == "the cell B11 names no type of question: “riddle”"
    numeric = found[0].question
    assert isinstance(numeric, Numeric)
    assert (numeric.tolerance, numeric.unit, numeric.tags) == ("5%", "minutes", ("x", "y"))
    assert isinstance(found[1].question, Matching)
    assert isinstance(found[3].question, Cloze)
    assert [item.uid for item in found] == list("abcdefghij")


def test_cards_of_quizlet_go_on_over_lines() -> None:
    found = items('Mitosis\tcell division\nOsmosis\twater moves\nthrough a wall\nPipe\t5" wide\n')
    first, second, third = (item.question for item in found)
    assert isinstance(first, ShortAnswer)
    assert isinstance(second, Open)
    assert second.model_answer == "water moves\nthrough a wall"
    assert isinstance(third, ShortAnswer)
    assert third.answer == '5" wide'


def test_an_export_of_anki_says_itself_what_its_columns_are() -> None:
    text = (
        "#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n"
        "g1\tWhat is <b>H<sub>2</sub>O</b>?\twater[sound:w.mp3]\tchem basic\n"
        "g2\tThe {{c1::cat::animal}} sat on the {{c2::mat}}.\t\t\n"
    )
    first, second = items(text)
    assert isinstance(first.question, ShortAnswer)
    assert (first.question.stem, first.question.answer) == ("What is H₂O?", "water")
    assert (first.uid, first.question.tags) == ("g1", ("chem", "basic"))
    assert first.changes == ("lost a sound (w.mp3)",)
    assert isinstance(second.question, Cloze)
    assert (second.question.gaps, second.question.hint) == ((("cat",), ("mat",)), "animal")


def test_decks_of_anki_are_categories() -> None:
    text = "#separator:tab\n#deck column:1\nSea::Deep\tHow deep?\tvery\nSea\tHow wet?\tvery\n"
    assert [item.category for item in items(text)] == ["Sea/Deep", "Sea"]
    assert (
        only("#separator:tab\n#deck:Sea::Deep\nHow deep?\tvery\n", "table").category == "Sea/Deep"
    )


@pytest.mark.parametrize(
    "heads", ["Q,A", "Card Front,Card Back", "Term,Definition", "Frage,Antwort"]
)
def test_headers_of_cards_in_many_words(heads: str) -> None:
    found = question(f"{heads}\nHow deep?,very\n")
    assert isinstance(found, ShortAnswer)
    assert (found.stem, found.answer) == ("How deep?", "very")


def test_true_and_false_of_cards_are_statements() -> None:
    assert isinstance(question("Question,Answer\nIt rains.,True\n"), TrueFalse)


def test_formulas_of_spreadsheets_are_text() -> None:
    found = question("Question,Answer\nWhat?,\"=cmd|' /C calc'!A0\"\n")
    assert isinstance(found, ShortAnswer)
    assert found.answer == "=cmd|' /C calc'!A0"


def test_columns_that_nobody_knows_are_told() -> None:
    assert only("Question,Answer,Points\nWhat?,x,5\n").changes == ("lost the column “Points”",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('Question,Answer\n"What?,x\n', "never closes"),
        ("a\tb\tc\nd\te\tf\n", "no row names the columns"),
    ],
)
def test_a_table_that_is_not_understood_is_refused(text: str, said: str) -> None:
    with pytest.raises(QuizError, match=said):
        items(text, "table")


def workbook(rows: str, strings: str = "") -> bytes:
    held = io.BytesIO()
    sheet = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("xl/workbook.xml", "<workbook/>")
        file.writestr("xl/worksheets/sheet1.xml", sheet)
        file.writestr("xl/sharedStrings.xml", f"<sst>{strings}</sst>")
    return held.getvalue()


def inline(cell: str, text: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_the_spreadsheet_of_kahoot() -> None:
    heads = ("Question - max 120 characters", "Answer 1 - max 75 characters", "Answer 2", "Correct")
    strings = "".join(f"<si><t>{head}</t></si>" for head in heads)
    names = "".join(f'<c r="{column}8" t="s"><v>{at}</v></c>' for at, column in enumerate("BCDE"))
    asked = (
        f'<c r="A9"><v>1</v></c>{inline("B9", "Which?")}{inline("C9", "this")}'
        '<c r="D9"><f>1+1</f><v>2</v></c><c r="E9"><v>1</v></c>'
    )
    unused = '<c r="A10"><v>2</v></c>'
    numbered = ((1, inline("B1", "Quiz template")), (8, names), (9, asked), (10, unused))
    found = only(workbook("".join(f'<row r="{n}">{cells}</row>' for n, cells in numbered), strings))
    assert isinstance(found.question, SingleChoice)
    assert (found.question.answer, found.question.wrong) == ("this", ("2",))
    assert found.place.line == 9
