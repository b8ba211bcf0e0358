"""Numbers that are somebody's because a label says so, whatever registry issued them.

A label is a noun of a person, a document, money, health or a vehicle with a head such as `number`
(`nr klienta`, `policyNo`, `<member_id>`), or a registry's own name for its number (`CNIC`). Only
what stands between it and the next number that looks like an identifier is read.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from spanveil.redaction.detection._answers import ANSWERED
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._label_reading import (
    ASCII_WORD,
    ASIDE,
    WORD,
    Label,
    joined,
    joined_noun,
    noun_of,
    read,
    words_of,
)
from spanveil.redaction.detection._label_values import (
    VALUE,
    is_below,
    is_identifier,
    value_before,
    value_start,
)
from spanveil.redaction.detection._label_words import (
    FILLERS_PLAIN,
    HEADS_PLAIN,
    NOUNS,
    OTHERS_PLAIN,
    bare,
)
from spanveil.redaction.detection._numbers import UNTOLD_SSN
from spanveil.redaction.detection._registries import PLATE, REGISTRIES, TERSE
from spanveil.redaction.detection._said_before import value_end
from spanveil.redaction.detection._scanner import Anchor

_WORDS_OF_ANCHOR: Final = 32
_BRIEF: Final = 5
"""A shorter word begins many others, so that no letter may follow."""
_WITHIN: Final = 7
"""A word of so many letters is looked for within compounds too."""
_SPAN: Final = 112
_GOES_ON: Final = re.compile(r"[-./ (]?[A-Z]{0,3}[0-9A-Z](?![a-z])")
_ENDS: Final = frozenset(
    sign + after
    for sign in ",.; )\"'\n\\"
    for after in (" ", "\n", "(", "<", '"', "\\", *map(chr, range(ord("a"), ord("z") + 1)))
)
"""How most numbers end with which ``_GOES_ON`` does not, sooner looked up than it."""
_LONGEST_PREFIX: Final = 4
_OF_FORM: Final = 0.7
"""How sure a number is of the form that its label asks for, which is the most that a label says.

Where the label itself stands where a prefix would (`NIF 82868575N`), it says no more of a surer one.
"""
_JOINS: Final = frozenset({"-", "."})
"""What joins the words of a label in one: `D.N.I.`, `Pers.-Nr.`."""
# Read from its end: a search for what ends somewhere is tried from each character.
_LAST_WORD: Final = re.compile(r"[ _-](?:s')?([^\W\d_]{2,24})")
_DIGIT: Final = re.compile("[0-9]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_BACK: Final = 40
_HEAD_BEFORE: Final = 3
"""So many words before a noun may hold its head."""
_OF: Final = frozenset({"l", "d", "e", "de", "da", "do", "di", "du"})
_PHRASE: Final = 48
_PHRASE_END: Final = re.compile(r"[.](?=\s)|[,;:!?()\"\n]")
_CLOSED: Final = re.compile(r"[)\]}][,;](?!\s{0,24}\\{0,3}[\"']?(?:value|number|id|text)\b)")
"""What the noun stood in has ended."""
_SIGN: Final = re.compile(r"[:=>|#\t\u2013\u2014]")
_STOP: Final = re.compile(r"[.!?;]\s(?<=\w..)")
_SHORTENED: Final = (
    *("no", "nr", "num", "nro", "ref", "tel", "reg", "lic", "cert", "nbr", "id", "acct", "soc"),
    *(
        "sec",
        "ins",
        "pol",
        "n",
        "n\u00ba",
        "incl",
        "inkl",
        "excl",
        "cf",
        "dl",
        "tf",
        "br",
        " \u010d",
        " \u0161t",
        " c",
        "szig",
    ),
)
"""What ends with a full stop and no sentence; `Kontonr.` ends so too."""
_ATTRIBUTE: Final = re.compile(
    r"\b[Tt]ype\s?=\s?[\"']?\w{1,12}[\"']?|[\"'](?:[Tt]ype|[Ss]ystem|[Uu]se)[\"']\s?:\s?[\"'][\w:./-]{1,24}[\"']"
)
_OWNER: Final = re.compile(
    r" (?:of|for|de|del|du|do|da|di|von|van|f[uü]r|pour|para|per|voor|till|til|dla) (?:(?:Mr|Ms|Mrs|Dr|Herr|Frau|Sr|Sra|Mme)[.]? )?"
    r"[^\W\d_a-z][\w'\u2019-]{1,24}(?: [^\W\d_a-z][\w'\u2019-]{1,24}){0,4}(?=\s?[:=])"
    r"| (?:of|for) (?:the|my|our|his|her|their|this|that) [\w'\u2019-]{2,24}(?: [\w'\u2019-]{2,24}){0,2}(?=\s?[:=])"
)
"""Whose number a label says it is, by name: `DPI de Ana Paz: …`."""
_SAID: Final = frozenset(
    [
        "here",
        "is",
        "was",
        "ist",
        "lautet",
        "est",
        "es",
        "era",
        "è",
        "é",
        "er",
        "är",
        "jest",
        "je",
        "to",
        "on",
        "still",
    ]
)
"""What between an abbreviation and its number says that they belong together."""
_BEHIND: Final = re.compile(
    r"\s?[%\u20ac$]|\s?(?:ms|s|kb|mb|GB|MB|KB|EUR|USD|GBP)(?![A-Za-z])|,\d{3}(?!\d)"
)
_PLATES: Final = "UK_VEHICLE_REGISTRATION"
_PLATE: Final = re.compile(rf"(?:{PLATE})(?![A-Za-z0-9-])")
"""It may have fewer digits than most identifiers, and letters behind a space."""
_TOLD_PLATE: Final = re.compile(
    r"[A-Z]{2}-[0-9]{3}-[A-Z]{2}(?![A-Za-z0-9-])|[0-9]{4} [BCDFGHJ-NPR-TV-Z]{3}(?![A-Za-z0-9-])|[A-Z]{2}-[0-9]{2}-[A-Z]{2}(?![A-Za-z0-9-])"
    r"|[0-9]{2} (?!(?:JAN|FEB|MA[RY]|APR|JU[NL]|AUG|SEP|OCT|NOV|DEC) )[A-Z]{1,3} [0-9]{3,4}(?![A-Za-z0-9-])|[A-Z]{2}[0-9]{2} ?[A-Z]{3}(?![A-Za-z0-9-])|[A-Z]{1,3}-[A-Z]{1,2} [1-9][0-9]{0,3}(?![A-Za-z0-9-])"
    r"|(?=[A-Z0-9]{0,12}[A-HJ-NPR-Z])(?=\w{13}[0-9]{4})[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9-])"
)
"""A plate of France, Spain, Portugal, Turkey, Great Britain or Germany and ISO 3779, with which a vehicle is called as much as described."""
_OF_PLATES: Final = frozenset(
    {
        "targa",
        "kenteken",
        "rendszam",
        "rekisterinumero",
        "registreringsnummer",
        "spz",
        "vrm",
        "vrn",
        "plaka",
    }
)
_ANY_PLATE: Final = re.compile(
    r"(?=[A-Z -]{0,6}[0-9])(?=[0-9 -]{0,6}[A-Z])(?:[A-Z0-9]{5,8}|[A-Z0-9]{1,4}(?:[ -][A-Z0-9]{1,5}){1,2})(?![A-Za-z0-9-])"
)
"""Behind a word that means nothing but a plate, letters and digits in the groups of any country."""
_LONG: Final = 7
_LONGEST_OF_OTHERS: Final = 8
"""So many letters and digits of a form no number of something else has by chance."""


def label_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rule, with an anchor for every few dozens of words."""
    words = {word for some in NOUNS.values() for word in some.split()} | set(REGISTRIES) - TERSE
    brief = sorted(word for word in words if len(word) < _BRIEF)
    short = sorted(word for word in words if _BRIEF <= len(word) < _WITHIN)
    long = sorted(word for word in words if len(word) >= _WITHIN)
    starts = [
        (r"(?:^|[^A-Za-z0-9])(?i:", brief, ")[^A-Za-z]"),
        (r"(?:^|[^A-Za-z0-9])(?:", _ascii(brief), ")[A-Z]"),
        (r"[a-z](?:", _capital(brief), ")"),
        (r"(?:^|[^A-Za-z])(?i:", short, ")"),
        (r"[a-z](?:", _capital(short), ")"),
        ("(?i:", long, ")"),
        (r"(?:^|[^A-Za-z0-9])(?i:", sorted(TERSE), ")[ _-]?(?i:id|no|nr|nu)"),
        (r"(?:^|[^A-Za-z0-9])(?i:", _ascii(brief), ")(?i:(?:id|no|nr|nro)[^A-Za-z]|num)"),
        (r"(?:^|[^A-Za-z0-9])(?i:numero|nro|cislo)(?i:", _ascii([*brief, *short]), ")[^A-Za-z]"),
    ]
    return [
        (Anchor(f"{start}{some}{tail}", expression=True), _confirm)
        for start, words, tail in starts
        for some in _some(words)
    ]


def unnumbered(
    text: str, hits: list[tuple[int, int]], found: list[Finding]
) -> Iterator[tuple[int, int]]:
    """Yield the hits of labels behind which the next number is none that was found already.

    Args:
        text: The text.
        hits: Each an anchor's index and where it stands.
        found: What other rules found in the text, in order.
    """
    if not hits:
        return
    spans = [finding for finding in found if finding.entity is not UNTOLD_SSN]
    starts = [finding.start for finding in spans]
    for index, start in hits:
        if not text[start].isdigit():
            follows = bisect_right(starts, start)
            if follows < len(spans):
                place, end, _, score = spans[follows]
                if (
                    place - start <= _SPAN
                    and _DIGIT.search(text, start, place) is None
                    and (text[end : end + 2] in _ENDS or _GOES_ON.match(text, end) is None)
                    and not text[place - 1].isalnum()
                    and (
                        not _has_prefix(text, place)
                        or (
                            score > _OF_FORM and _word_start(text, start) >= place - _LONGEST_PREFIX
                        )
                    )
                    and value_end(text, word := _word_start(text, start), word) < 0
                ):
                    continue
        yield index, start


def _has_prefix(text: str, place: int) -> bool:
    """Say whether letters before a number that another rule knows are of it: `A-012…`, `PL 856…`."""
    if text[place - 1] not in "-/ ":
        return False
    first = last = place - 1
    while first and text[first - 1].isupper() and last - first <= _LONGEST_PREFIX:
        first -= 1
    return 0 < last - first <= _LONGEST_PREFIX and not text[max(0, first - 1) : first].isalnum()


def _capital(words: list[str]) -> list[str]:
    return [word.capitalize() for word in words if word.isascii()]


def _ascii(words: list[str]) -> list[str]:
    return [word for word in words if word.isascii()]


def _some(words: list[str]) -> Iterator[str]:
    for first in range(0, len(words), _WORDS_OF_ANCHOR):
        yield "|".join(map(_accented, words[first : first + _WORDS_OF_ANCHOR]))


def _accented(word: str) -> str:
    """Return a word for the scanner, to which a letter with an accent is a question mark."""
    return "".join(map(_for_scanner, word))


def _for_scanner(char: str) -> str:
    if char == ".":
        return "[.]"
    return char if char.isascii() else f"[?{bare(char)[:1]}]e?"


def _confirm(text: str, start: int) -> Iterable[Finding]:
    start = _word_start(text, start)
    told = value_end(text, start, start)
    said = _said_before(text, start, told) if told >= 0 else ()
    if _DIGIT.search(text, start, start + _SPAN) is None:
        return said
    return (*said, *_behind(text, start)) if said else _behind(text, start)


def _word_start(text: str, start: int) -> int:
    """Return where the word begins in which an anchor stands, or the part of a key."""
    if not text[start].isalpha() or (
        text[start].islower() and text[start + 1 : start + 2].isupper()
    ):
        start += 1  # the small letter before a capital in a key
    while start and text[start - 1].isalpha() and not _is_capital_of_key(text, start):
        start -= 1
    return start


def _said_before(text: str, start: int, end: int) -> Iterable[Finding]:
    """Return the number that ends somewhere, if the label behind it says that it is somebody's."""
    phrase = _PHRASE_END.split(text[start : start + _PHRASE], maxsplit=1)[0]
    if (name := joined(phrase, 0)) is not None:
        words = [bare(name[0]), *words_of(phrase[name.end() :])]
    else:
        words = words_of(phrase)
    noun = noun_of(words[0]) if words else None
    if noun is None:
        return ()
    size = 1
    while size < len(words) and (step := _goes_on_with(words, size)):
        size += step
    if not OTHERS_PLAIN.isdisjoint(words[size : size + 2]):
        return ()
    before = _words_before(text, max(0, end, start - _BACK), start)
    label = read(words[:size], before, noun, signed=True, long=True)
    value = label and value_before(text, end)
    if not label or not value:
        return ()
    if not label.sure and not _is_said(
        text[start : start + len(words[0])], noun, text, start, value[0]
    ):
        return ()
    if label.form is not None and (_fits(label.form, text, value) or not label.alone):
        return (Finding(*value, label.entity, 0.6),) if _fits(label.form, text, value) else ()
    return (Finding(*value, label.entity, 0.55),) if is_identifier(text[slice(*value)]) else ()


def _words_before(text: str, start: int, end: int) -> list[str]:
    """Return the words before a noun, without articles: `identifiant commun de l'entreprise`."""
    return [word for word in words_of(text[start:end]) if word not in _OF][-_HEAD_BEFORE:]


def _goes_on_with(words: list[str], place: int) -> int:
    """Return how many words of a label stand somewhere: a noun, a head, or a word and its head."""
    for step, word in enumerate(words[place : place + 3], 1):
        if word in HEADS_PLAIN or noun_of(word) is not None:
            return step
        if word in FILLERS_PLAIN or word in OTHERS_PLAIN:
            return 0
    return 0


def _is_said(word: str, noun: Label, text: str, end: int, place: int) -> bool:
    """Say whether an abbreviation and a long number of its form need no sign: `UPN B805200005901`."""
    if noun.form is None or not word.isupper():
        return False
    if _LETTER.search(text, end, place) and text[end:place].strip(" ,:").lower() not in _SAID:
        return False
    match = noun.form.match(text, place)
    return match is not None and sum(map(str.isalnum, match[0])) >= _LONGEST_OF_OTHERS


def _fits(form: re.Pattern[str], text: str, value: tuple[int, int]) -> bool:
    return form.fullmatch(text, *value) is not None


def _behind(text: str, start: int) -> Iterable[Finding]:
    """Return the number behind the noun that begins somewhere, if it is the noun's."""
    word = (ASCII_WORD if text.isascii() else WORD).match(text, start)
    after = text[word.end() : word.end() + 1] if word is not None else "-"
    if after in _JOINS or after.isalpha():  # else a name of two words would be this one
        word = joined(text, start) or word
    if word is None:
        return ()
    noun = noun_of(bare(word[0])) or joined_noun(bare(word[0]))
    if noun is None:
        return ()
    last = _LAST_WORD.match(text[max(0, start - _BACK) : start][::-1]) if start else None
    other = noun_of(bare(last[1][::-1])) if last is not None else None
    if other is not None and noun.form is None and not noun.alone:
        return ()  # it was read from there: `driver's licence`
    end, limit = word.end(), start + _SPAN
    digit = _DIGIT.search(text, end, limit)
    if digit is None:
        return ()
    begin = value_start(text, end, digit.start())
    value = VALUE.match(text, begin, limit)
    if value is None:
        # Most nouns have a number of another kind behind them, which its own key says.
        if not OTHERS_PLAIN.isdisjoint(words_of(text[end : digit.start()])):
            return ()
        value = VALUE.search(text, begin, limit)
    if value is None:
        return ()
    label = _label(text, word, value, noun)
    if (
        label is None
        and noun.entity == _PLATES
        and (told := _TOLD_PLATE.match(text, value.start()))
    ):
        return (Finding(*told.span(), _PLATES, 0.6),)
    if label is None or (label.row and value[0].isdigit()):
        return ()
    if label.form is not None:
        match = label.form.match(text, value.start())
        if match is not None:
            return (Finding(*match.span(), label.entity, _OF_FORM),)
        if not label.alone:
            return ()
    if bare(word[0]) in _OF_PLATES and (plate := _ANY_PLATE.match(text, value.start())):
        return (Finding(*plate.span(), _PLATES, 0.6),)
    if label.entity == _PLATES and (plate := _PLATE.match(text, value.start())):
        return (Finding(*plate.span(), _PLATES, 0.6 if label.sure else 0.5),)
    if not is_identifier(value[0]) or _BEHIND.match(text, value.end()):
        return ()
    return (Finding(*value.span(), label.entity, 0.6 if label.sure else 0.5),)


def _is_capital_of_key(text: str, start: int) -> bool:
    return text[start].isupper() and text[start - 1].islower()


def _label(text: str, word: re.Match[str], value: re.Match[str], noun: Label) -> Label | None:
    """Return what the words between a noun and a value say, ``None`` if it is none of a person's."""
    start = word.start()
    between = text[start : value.start()]
    if "?" in between and (asked := ANSWERED.search(between)):
        between = between[: asked.start()] + ": "
    if (
        between.count("\n") > 1
        and between.rstrip(" \t-*>").count("\n") > 1
        and not is_below(between, text, value.end())
    ):
        return None
    if _CLOSED.search(between):
        return None
    for stop in _STOP.finditer(between):
        if stop.start() > len(word[0]) and not between[: stop.start()].lower().endswith(_SHORTENED):
            return None
    if "(" in between:
        between = ASIDE.sub(" ", between)
    if (
        " " in between
        and between[-1] in ": \t"
        and (owner := _OWNER.search(between))
        and OTHERS_PLAIN.isdisjoint(words_of(owner[0]))
    ):
        between = between[: owner.start()] + " " + between[owner.end() :]
    if "ype" in between or "ystem" in between:
        between = _ATTRIBUTE.sub(" ", between)
    words = [bare(word[0]), *words_of(between[len(word[0]) :])]
    signed = _SIGN.search(between) is not None or _is_said(
        word[0], noun, text, word.end(), value.start()
    )
    # The head may stand before its noun: `numéro de permis`.
    before = _words_before(text, max(0, start - _BACK), start)
    long = value.end() - value.start() >= _LONG
    return read(words, before, noun, signed=signed, long=long)
