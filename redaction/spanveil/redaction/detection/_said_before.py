"""Where a value ends that a sentence names afterwards: `41 824 is still the ABN`, `41 824, her ABN`.

It is asked at a label, which an anchor found: the words before it are read back to the value. Only
what joins the two may stand between: a copula (`is`, `bleibt`), an adverb (`still`), an article or a
possessive, what qualifies the label (`number of my passport`), or a sign with one of them.
"""

import re
from typing import Final

from spanveil.redaction.detection._label_words import (
    ENTITY_OF,
    FILLERS_PLAIN,
    HEADS_PLAIN,
    OTHERS_PLAIN,
    bare,
)
from spanveil.redaction.detection._work import told_ends

_BACK: Final = 72
_DIGIT: Final = re.compile("[0-9]")
# `l'` and `client's` are words, and so are what an apostrophe shortens: `that's`.
_TOKEN: Final = re.compile(r"[^\s'’]{1,80}+(?:['’](?:[st](?!\S))?)?")
_BEHIND: Final = re.compile(r"[\w'’]{0,24}[ _-]([^\W\d_]{1,24})(?:[ _-]([^\W\d_]{1,24}))?")
_LONGEST_GROUP: Final = 3
_LAST_GROUP: Final = re.compile(f"[A-Z]{{1,{_LONGEST_GROUP}}}")
_QUALIFIERS: Final = 4
_PLAIN_WORD: Final = re.compile(r"[^\W\d_]{1,24}")
_HEAD_WITHIN: Final = 40
_FIRST_BACK: Final = frozenset(" ('’")
_EDGES: Final = _FIRST_BACK | {"/"}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_THATS: Final = _words("that's that’s it's it’s thats")
_COPULAS: Final = _THATS | _words(
    "is was are were be isn't isn’t wasn't wasn’t remains remained stays became becomes belongs reads being been es era sigue siendo será fue est était reste sera c' c’ n' n’ ist war bleibt sei "
    "wäre lautet è rimane resta sarà é continua sendo foi jest był była było pozostaje är er var blijft oli je byl "
    "byla bylo este rămâne jeste ostaje yra buvo ir bija adalah ialah là это був є був был είναι"
)
_RELATIONS: Final = _words(
    "as for under als für como para pour comme come jako dla voor som "
    "noch nog nadal wciąż fortfarande stadig fortsatt edelleen yhä stále încă hâlâ masih toujours ainda todavía ancora"
)
_ADVERBS: Final = _words(
    "still really also now not indeed actually currently already definitely probably apparently only just correctly "
    "right that to should would must may might could will has which this these noch immer auch jetzt nicht wirklich weiterhin "
    "todavía aún también ahora no realmente toujours encore aussi bien maintenant pas ancora anche adesso ora non "
    "davvero sempre ainda também agora não mesmo nadal wciąż też teraz nie nog steeds ook nu niet fortfarande också "
    "inte stadig fortsatt også nå ikke edelleen yhä myös nyt stále také teď încă acum още ещё еще также теперь не ще"
)
_ARTICLES: Final = _words(
    "the a an my his her their our your its der die das dem den des ein eine mein meine meiner dein deine sein seine "
    "ihr ihre unser unsere euer diese dieser dieses el la los las un una mi mis tu su sus nuestro nuestra esta le les "
    "l' l’ d' d’ une mon ma mes ton ta son sa notre votre leur ce cette il lo gli uno mio mia tuo tua suo sua nostro "
    "nostra vostro loro questo questa o os um uma meu minha teu seu nosso nossa mój moja moje twój twoja jego jej nasz "
    "nasza ich ten de het een mijn jouw uw zijn haar ons onze hun deze dit min mitt mina din ditt hans hennes vår vårt "
    "ert deras det en ett mit vores jeres deres et minun sinun hänen meidän můj její jeho náš naše mea lui ei nostru "
    "moj njegov мой моя моё его её наш ваш их мій його її το ο η a az"
)
_PRONOUNS: Final = _words(
    "it this that which these those das dies es dieser diese ce cela ça c' c’ eso esto este ese questo quello ciò isso isto "
    "dit to ten ta det den tämä se sai ez az это то это ця це цей toto tato ovo"
)
"""What stands for a value that was named before: `I have 41 824 here, and it is the ABN`."""
# They begin with the sign between the two words, which is found sooner than a place before a word.
_REFERS: Final = re.compile(
    r" (?i:(?=(?:is|was|ist|es|era|é|è|är|er|jest|je)\b)(?:(?<=\bit )|(?<=\bthat )|(?<=\bthis )|(?<=\bdas )"
    r"|(?<=\bes )|(?<=\besto )|(?<=\beso )|(?<=\bese )|(?<=\bquesto )|(?<=\bisso )|(?<=\bdit )|(?<=\bdet )|(?<=\bto )))"
)
_REFERS_IN_SHORT: Final = re.compile(
    "['\u2019](?i:(?=s\\b)(?:(?<=\\bit.)|(?<=\\bthat.))|(?=est\\b)(?<=\\bc.))"
)
_LOWER_REFERS: Final = re.compile(_REFERS.pattern.replace("(?i:", "(?:"))
"""The same for ASCII in lower case."""
_SIGNS: Final = frozenset({"-", "–", "—", "="})
_DATES: Final = _words("date day fecha data datum dato jour dia día giorno")
_WHOSE: Final = _words("provider practice supplier firm shop store seller doctor's tax vat")
_RELATED: Final = _words("of on in to by from with without under below above de del do di")
"""Behind a head alone: `the number on my passport`, but not `12345678 is in the account`."""
_JOINING: Final = (
    _COPULAS | _RELATIONS | _ADVERBS | _ARTICLES | _SIGNS | _DATES | _WHOSE | _RELATED
    | FILLERS_PLAIN | HEADS_PLAIN | ENTITY_OF.keys()
)  # fmt: skip
"""Every word that may stand right before a label with a value before it."""
_BINDING: Final = _COPULAS | _RELATIONS | _SIGNS
"""Those of them that join a value without a comma."""
_LONGEST_NAME: Final = 4
_INITIALS: Final = re.compile(r"(?:[A-Z][.]){2,4}")
_SHORTENED: Final = _words("no. nr. st. num.")
_LATIN: Final = "\u036f"
_SENTENCE_ENDS: Final = frozenset(".?!;")


def value_end(text: str, start: int, end: int) -> int:
    """Return where the value ends that stands before a label and is joined to it, ``-1`` if none.

    Args:
        text: The text.
        start: Where the label starts.
        end: Where what the scanner knows of it ends.
    """
    if not start or text[start - 1] not in _EDGES:
        return -1
    ends = told_ends()
    told = ends.get(start)
    if told is None:
        told = ends[start] = _told(text, start)
    if told < -1:
        told = -2 - told if _is_headed(text, end) else -1
    return -1 if told >= 0 and _is_thing(text, end) else told


def _told(text: str, start: int) -> int:
    """Return where the value ends that stands before a label, whatever stands behind that one.

    Where one of the words is unknown it is two more below zero: the label must have a head then.
    """
    least, apart = max(0, start - _BACK), text[start - 1] == " "
    while start > least and not text[start - 1].isspace() and text[start - 1] not in _FIRST_BACK:
        start -= 1  # `the JSN/IIN`
    if _DIGIT.search(text, least, start) is None or (apart and _joins_nothing(text[least:start])):
        return -1
    joined = article = sign = related = named = False
    strange = 0
    qualifiers = 0
    tokens = [*_TOKEN.finditer(text, least, start)]
    while tokens:
        last = tokens.pop()
        token = last[0]
        if joined and tokens and token.lower() in _PRONOUNS:
            return _named_before(tokens)
        if _DIGIT.search(token) or (
            tokens and _LAST_GROUP.fullmatch(token) and tokens[-1][0][-1].isdigit()
        ):
            while tokens and _DIGIT.search(tokens[-1][0]):
                tokens.pop()
            if strange > article or (tokens and bare(tokens[-1][0]) in OTHERS_PLAIN):
                return -1  # `build 482913 for …`
            told = _end(last, start, joined=joined or (article and sign), article=article)
            return -2 - told if strange and told >= 0 else told
        word = token.lower()
        named = named or word in _THATS
        if (
            related
            and bare(word) not in HEADS_PLAIN
            and word not in _DATES
            and word not in _ARTICLES
        ):
            return -1
        if word in _COPULAS or word in _RELATIONS:
            joined = True
        elif word in _SIGNS:
            sign = True
            joined = joined or word == "="
        elif (
            word[0] == "("
            and not joined
            and (not word[1:] or _qualifies(word[1:]) or _is_name(word[1:]))
        ):
            joined = True  # `(provider NPI)`, right behind the value
            tokens = tokens[-1:]
        elif word in _ARTICLES or word.endswith(("'s", "’s")):
            article = True
        elif word in _RELATED and not joined:
            related = True
            continue
        elif not joined and not sign and (_qualifies(word) or _is_name(token)):
            qualifiers += 1
            related = False
            if qualifiers > _QUALIFIERS:
                return -1
        elif word not in _ADVERBS:
            if named:
                return _named_before([*tokens, last])
            if joined or not word.isalpha() or qualifiers >= _QUALIFIERS:
                return -1
            # A label's own words: one may say what kind of it is meant, as in `the blue badge
            # number`, and of more only a pronoun says that a value is meant.
            strange, qualifiers = strange + (2 if sign or article else 1), qualifiers + 1
    return -1


def _named_before(tokens: list[re.Match[str]]) -> int:
    """Return where the value ends for which a pronoun stands, ``-1`` if it may be any of several."""
    places = [place for place, token in enumerate(tokens) if _DIGIT.search(token[0])]
    if not places:
        return -1
    between = tokens[places[0] : places[-1] + 1]
    if not all(_DIGIT.search(token[0]) or _LAST_GROUP.fullmatch(token[0]) for token in between):
        return -1
    beside = tokens[max(0, places[0] - 1) : places[-1] + 2]
    if any(bare(token[0].strip(",;:.?!")) in OTHERS_PLAIN for token in beside):
        return -1  # `48291 lines, and that's the policy file`
    last = tokens[places[-1]]
    value = last[0].rstrip(",:;.?!\"'`*")
    return last.start() + len(value if "(" in value else value.rstrip(")"))


def _joins_nothing(before: str) -> bool:
    """Say whether the words before a label are soon seen to join no value to it.

    Before most labels stands one that joins nothing, or the end of a sentence, which is sooner seen
    than all that stands there is taken apart.
    """
    bound = article = unknown = False
    first = True
    for word in reversed(before.split()):
        plain = word.lower()
        if word[-1] in _SENTENCE_ENDS and not _is_name(word):
            return True
        if "'" in word or "\u2019" in word:
            if plain in _THATS or not (word[:-2].isalpha() and word.endswith(("'s", "\u2019s"))):
                return False
            bound, article = bound or plain in _BINDING, True
        elif bound and plain in _PRONOUNS:
            return False
        elif plain in _JOINING or _is_name(word):
            bound = bound or plain in _BINDING
            article = article or plain in _ARTICLES
        elif word[0] == "(":
            return first and _DIGIT.search(word) is not None
        elif plain.isascii() or bare(plain) not in _JOINING:
            if not (bound or article or unknown) and word.isalpha():
                unknown = True
                continue
            if bound:  # it may be a value, or its last letters: `12 345 AB is my …`
                return word.isalpha() and not (len(word) <= _LONGEST_GROUP and word.isupper())
            return not (article and "," in word) and not _refers(before)
        first = False
    return True


def _refers(before: str) -> bool:
    """Say whether somebody speaks of a value that was named before."""
    if ("'" in before or "\u2019" in before) and _REFERS_IN_SHORT.search(before):
        return True
    if before.isascii():
        return _LOWER_REFERS.search(before.lower()) is not None
    return _REFERS.search(before) is not None


def _is_name(word: str) -> bool:
    """Say whether a word is part of a label's name by its letters: `U.S.`, `No.`, `Pokok`, `Данъчен`."""
    if word.isalpha():
        return (
            word.istitle()
            or (word.isupper() and len(word) <= _LONGEST_NAME)
            or (not word.isascii() and min(word) > _LATIN)
        )
    if word[1:2] == "." and _INITIALS.fullmatch(word):
        return True
    return word[-1] == "." and word.lower() in _SHORTENED


def _qualifies(word: str) -> bool:
    plain = bare(word)
    return (
        plain in FILLERS_PLAIN
        or plain in HEADS_PLAIN
        or plain in ENTITY_OF
        or word in _DATES
        or word in _WHOSE
    )


def _is_headed(text: str, end: int) -> bool:
    """Say whether one of the next words of a label says that it is a number's."""
    words = _PLAIN_WORD.findall(text[end : end + _HEAD_WITHIN].split(".")[0])[:3]
    return any(bare(word) in HEADS_PLAIN for word in words)


def _is_thing(text: str, end: int) -> bool:
    """Say whether a label goes on to something else: `the account limit`."""
    behind = _BEHIND.match(text, end)
    if behind is None:
        return False
    first, second = map(bare, behind.groups(""))
    return first in OTHERS_PLAIN or (first not in FILLERS_PLAIN and second in OTHERS_PLAIN)


def _end(last: re.Match[str], start: int, *, joined: bool, article: bool) -> int:
    """Return where the value in a token ends, if what stands behind it joins it to the label."""
    value = last[0]
    if last.end() == start and value.endswith("("):
        value, joined = value[:-1], True
    bared = value.rstrip(",:\"'`*")
    if bared[-1:] in _SENTENCE_ENDS or not (joined or (article and "," in value[len(bared) :])):
        return -1
    if bared.startswith("(") and bared.endswith(")"):
        bared = bared[:-1]
    return last.start() + len(bared)
