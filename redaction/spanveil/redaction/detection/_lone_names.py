"""Whether a given name alone inside a sentence is one: by what stands around it."""

import re
from typing import Final

from spanveil.redaction.detection._name_scores import BOTS, UNSURE, NameScores
from spanveil.redaction.detection._things import acts_as_a_person, is_a_noun_next
from spanveil.redaction.detection._word_marks import (
    COMMON,
    ENGLISH,
    FAMILY,
    GIVEN,
    KNOWN,
    PRODUCT,
    SELDOM,
)

_ARTICLES: Final = frozenset({" a ", "\na ", "(a ", "an ", "a "})
# In Portuguese the article of a woman's name.
_NO_ARTICLE: Final = re.compile(
    r"\b(?:sou|com|para|pra|que|foi|e|por|de|chama|ligue|falar|pela) a $"
)
# A first name alone as a signature, or as somebody is spoken to: `\n\nHelen, can you …`.
_LETTER_BEGINS: Final = re.compile(r"\n\n$")
_IN_A_LETTER: Final = re.compile(
    r"(?:[ ]{0,2}(?:\n|$|\")|[,!] ?\n|, (?:can|could|would|will|please|pls|thanks|thank|do|did|have|are|any|how|what|when|where|just|let|here|see|as|i|I|we|you|it|the|your|my)\b)"
)
_IS: Final = re.compile(
    r" (?:was|is|has|had|did|does|said|told|came|called|never|keeps|kept|promised|won't|didn't|isn't|wasn't)\b"
)
_NUMBER: Final = re.compile(r"[ ]\d")
_OWNED: Final = re.compile(r"(?<!\w)(?:[mdsk]?ein|unser|euer|ihr)(?:e[nmrs]?)? $", re.IGNORECASE)


class LoneNames(NameScores):
    """Judge names that stand alone.

    Args:
        gazetteer: The word lists.
    """

    def _alone(
        self, text: str, begin: int, value: str, word: str, mark: int, sure: int | None
    ) -> float:
        """Return how sure it is that a given name inside a sentence is meant, 0 for a usual word."""
        if not mark & KNOWN or mark & COMMON or value.isupper() or word.lower() in BOTS:
            return 0
        if text[begin - 3 : begin].lower() in _ARTICLES and not _NO_ARTICLE.search(
            text, max(0, begin - 12), begin
        ):
            return 0  # `a Margarita`
        if self._is_a_thing_with_title(text, begin, value):
            return 0  # `peach Melba`
        end = begin + len(value)
        acts = acts_as_a_person(text, end)
        if not mark & GIVEN:
            if _OWNED.search(text, max(0, begin - 9), begin):
                return 0  # `mein Hund`: in German nouns are spelled so
            # `by Miller`, `Miller was born`
            alone = text[begin - 1 : begin] == "(" and text[end : end + 1] == ")"
            told = sure is not None and not mark & ENGLISH
            return UNSURE if acts or told or alone else 0
        if mark & FAMILY and len(word.strip(".").partition("-")[0]) <= 4 and not acts:
            return UNSURE if sure is not None else 0
        if acts:
            return UNSURE if mark & (PRODUCT | ENGLISH) else 0.6
        if is_a_noun_next(text, end, self.is_english):
            return 0
        inside = begin > 0 and text[begin - 1] == " " and text[begin - 2] not in ".!?:|\n"
        if _NUMBER.match(text, end):
            return 0  # `Halle 4`
        if mark & (PRODUCT | ENGLISH | SELDOM):
            return UNSURE if inside else 0
        if text[begin - 1 : begin] == "(" and text[end : end + 1] == ")":
            return UNSURE
        if (
            not inside
            and _IN_A_LETTER.match(text, end)
            and _LETTER_BEGINS.search(text, max(0, begin - 2), begin)
        ):
            return 0.5
        if not inside and (not begin or text[begin - 1] in "\n\"'") and _IS.match(text, end):
            return UNSURE
        return 0.5 if inside else 0
