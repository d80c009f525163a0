"""What Moodle says by itself to right and wrong answers: no loss to leave it out."""

from __future__ import annotations

from quiz.core.text.normal_form import fold

FEEDBACKS = {
    "correctfeedback": "everybody who is right",
    "partiallycorrectfeedback": "those who are partly right",
    "incorrectfeedback": "everybody who is wrong",
}
"""The elements, and whom they speak to."""

_USUAL = """
your answer is correct|your answer is partially correct|your answer is incorrect
correct|incorrect|partially correct|right|wrong|well done|ok|that is correct|that is incorrect
correct answer|incorrect answer|wrong answer|right answer|true|false|yes|no|good|great|try again
your answer is right|your answer is wrong|your answer is not correct|sorry|sorry, that is wrong
die antwort ist richtig|die antwort ist teilweise richtig|die antwort ist falsch
ihre antwort ist richtig|ihre antwort ist teilweise richtig|ihre antwort ist falsch
richtig|falsch|teilweise richtig
votre reponse est correcte|votre reponse est partiellement correcte|votre reponse est incorrecte
bonne reponse|mauvaise reponse|correct|partiellement correct
respuesta correcta|respuesta parcialmente correcta|respuesta incorrecta|correcto|incorrecto
sua resposta esta correta|sua resposta esta parcialmente correta|sua resposta esta incorreta
a sua resposta esta correta|a sua resposta esta parcialmente correta|a sua resposta esta incorreta
resposta correta|resposta incorreta|correto|incorreto
risposta corretta|risposta parzialmente esatta|risposta errata|la tua risposta e corretta
la tua risposta e parzialmente corretta|la tua risposta e sbagliata|la risposta e corretta
je antwoord is juist|je antwoord is gedeeltelijk juist|je antwoord is niet juist
je antwoord is correct|je antwoord is gedeeltelijk correct|je antwoord is fout|goed|fout
ditt svar ar ratt|ditt svar ar delvis ratt|ditt svar ar fel
"""
_WORDS = frozenset(one.strip() for line in _USUAL.split("\n") for one in line.split("|"))


def is_usual(text: str) -> bool:
    """Whether a reply says nothing but right or wrong."""
    return fold(text).strip(" .!?:") in _WORDS
