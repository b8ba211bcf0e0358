"""Names whose key is itself a value: `{"field": "surname", "value": "Tan"}`, and answers in JSON."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._name_keys import key_kind
from spanveil.redaction.detection._scanner import Anchor

Fits = Callable[[str, str, str], bool]
"""From a key, what it says, and a value to whether the value is of that kind."""
Knows = Callable[[str], bool]

_Q: Final = r"\\{0,7}[\"']"
_S: Final = r"(?:\s|\\{1,7}[nt]){0,24}"
# What an entry calls its key, and what its value: forms, key-value stores, slots, documents read by a machine
_KEY_OF: Final = "k|key|name|field|field_?name|ref|label|id|attr|attribute|question|title|column|property|prop|path|type|code|slug|param|parameter|linkId|selector|element|target|slot|entity|variable|var|text|header|tag"
_VALUE_OF: Final = "v|val|value|text|txt|answer|content|data|input|response|current|new|new_?value|string_?value|valueString|mentionText|mention_?text|raw|fill|typed|display_?value"
_BEFORE: Final = re.compile(
    rf"{_Q}(?:{_KEY_OF}){_Q}{_S}:{_S}{_Q}(?:[\w-]{{0,16}}\[[a-z-]{{2,16}}[*^$]?=\\{{0,7}}[\"']?)?(?P<key>[^\"'\\\n:{{}}]{{0,48}})$"
)
_AFTER: Final = re.compile(
    rf"(?P<rest>[A-Za-z]{{2,24}}\d{{0,2}})\]?{_Q}{_S}\}}?{_S},{_S}(?:{_Q}\w{{1,16}}{_Q}{_S}:{_S}(?:{_Q}[\w./ -]{{0,24}}{_Q}|[\w.]{{1,12}}){_S},{_S}){{0,2}}"
    rf"{_Q}(?:{_VALUE_OF}){_Q}{_S}:{_S}(?:(?:\[{_S})?\{{{_S}{_Q}(?:{_VALUE_OF}){_Q}{_S}:{_S})?{_Q}(?P<value>[^\"\\\n]{{2,60}}){_Q}"
)
_BACK: Final = 140
_MANY: Final = 16
# What somebody says when asked for their name
_ASKED: Final = re.compile(
    r"(?i:\b(?:your|the|a)(?: (?:full|first|last|given|family|legal|complete|good))? (?:sur)?name|who am i (?:speaking|talking) (?:to|with)|votre nom|su nombre|tu nombre|ihr(?:en)? namen?|seu nome|il suo nome|uw naam)"
    rf"(?: (?:please|is|for me|on the (?:booking|account|policy|card|order|ticket|reservation)))?,?(?: please)?[?.!]{{0,2}}{_Q}"
)
_ANSWER: Final = re.compile(
    rf"(?P<key>{_Q}\w{{1,16}}{_Q}{_S}:{_S}){_Q}(?:(?i:yes|yeah|sure|of course|hi|hello|it's|it is|this is|i'm|i am|my name is|my name's|that's)[,.]? ){{0,3}}(?P<name>[^\W\d_][^\W\d_.'\u2019-]{{0,20}}(?: [^\W\d_][^\W\d_.'\u2019-]{{0,20}}){{0,3}})[.!]?{_Q}"
)
_SAID: Final = re.compile(rf"({_Q}\w{{1,16}}{_Q}){_S}:{_S}{_Q}[^\"\\\n{{}}]{{0,160}}$")
_AROUND: Final = 200
_NO_NAMES: Final = frozenset(
    [
        *("yes", "no", "yeah", "sure", "ok", "okay", "why", "what", "none", "user", "assistant"),
        *("human", "system", "agent", "customer", "caller", "unknown", "sorry", "hello", "hi"),
    ]
)


def entry_rules(
    words: Iterable[str], fits: Fits, is_english: Knows
) -> list[tuple[Anchor, Confirm]]:
    """Return the rules.

    Args:
        words: The words one of which ends every key that names a person.
        fits: Says whether a value is of the kind that its key says.
        is_english: Says whether a word in lower case is one of English.
    """

    def entry(text: str, start: int) -> Iterator[Finding]:
        before = _BEFORE.search(text, max(0, start - _BACK), start)
        match = _AFTER.match(text, start) if before else None
        if before is None or match is None:
            return
        key = before["key"] + match["rest"]
        kind = key_kind(key.strip(" #.[]").replace(" ", "_").replace("#", "_"))
        if kind == "PERSON" and fits(key, kind, match["value"]):
            yield Finding(*match.span("value"), "PERSON", 0.8)

    def answer(text: str, start: int) -> Iterator[Finding]:
        asked = _ASKED.match(text, start)
        said = _SAID.search(text, max(0, start - _AROUND), start) if asked else None
        if asked is None or said is None:
            return
        key = said[1].strip("\\\"'")
        for match in _ANSWER.finditer(text, asked.end(), asked.end() + _AROUND):
            if match["key"].lstrip("\\\"'").startswith(key):
                words = match["name"].lower().split()
                if words[0] not in _NO_NAMES and not all(map(is_english, words)):
                    yield Finding(*match.span("name"), "PERSON", 0.7)
                return

    every = sorted(words)
    some = ["|".join(every[at : at + _MANY]) for at in range(0, len(every), _MANY)]
    return [
        *(
            (Anchor(rf"(?i:{one})[0-9]{{0,2}}\]?\\{{0,7}}[\"'][ \n\t]{{0,3}}[,}}]", expression=True), entry)
            for one in some
        ),
        (Anchor(r"(?i:your|the|su|tu|votre|ihr|ihren|seu|suo|uw) (?i:[a-z]{2,8} )?(?i:surname|name|nom|nombre|namen|nome|naam)[^a-z_]", expression=True), answer),
    ]  # fmt: skip
