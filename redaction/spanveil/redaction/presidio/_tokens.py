"""The tokens of a text: those that spaCy's tokenizer makes, mostly without it.

A piece between two spaces that is a word between signs, which are always tokens of their own, is
taken apart by one expression. Any other is taken apart by the tokenizer's own rules for affixes,
without the objects that spaCy makes and keeps of each word. What may hold one of the tokenizer's
special cases of several tokens goes to spaCy. That all say the same is what the tests compare.
"""

import importlib
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any, Final

from spacy.attrs import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_prefix_regex, compile_suffix_regex

_PIECE: Final = re.compile(r"\S+")
_SIGNS: Final = r"[,:;!?()\[\]{}<>#*&\"]"
"""Signs that are split off before and behind anything, one at a time."""
_EACH_SIGN: Final = frozenset(',:;!?()[]{}<>#*&"')
# A unit such as `km` is split off behind a digit, so that a word ends in one or has none before its
# last letters. A full stop is split off behind a small letter or a digit.
_WORD: Final = re.compile(
    rf"({_SIGNS}*)((?:[A-Za-z0-9]+_)*(?:[A-Za-z]+|[A-Za-z0-9]*[0-9]))((?:(?<=[a-z0-9])\.)?)"
    rf"({_SIGNS}*)"
)
_AFFIXED: Final = re.compile(rf"{_SIGNS}*(.*?)\.?{_SIGNS}*")
_MAX_WIDTH: Final = 16
"""A suffix that may be wider is looked for on its own first."""

_Token = tuple[int, str]
"""Where in its piece a token ends, and the token in lower case."""


class Tokens:
    """Take texts apart.

    Args:
        tokenizer: spaCy's tokenizer for English, whose rules are read.
        tokenise: Calls it; the tokenizer itself if ``None``.
    """

    def __init__(self, tokenizer: Any, tokenise: Callable[[str], Any] | None = None) -> None:
        self._tokenizer = tokenizer
        self._tokenise = tokenise or tokenizer
        # A special case comes before any affix, wherever it stands within a piece.
        self._special = {
            special: [token[ORTH] for token in tokens]
            for special, tokens in tokenizer.rules.items()
        }
        self._affixed = {
            match[1]
            for special in tokenizer.rules
            if (match := _AFFIXED.fullmatch(special)) and match[1] != special
        }
        parts = _special_parts(tokenizer)
        pairs = {pair for part in parts.values() for pair in pairwise(part)}
        self._pairs = frozenset(pairs)
        # Of one token, and yet more once it is found.
        self._alone = frozenset(
            part[0]
            for special, part in parts.items()
            if len(part) == 1 and self._special[special] != part
        )
        # Special cases are compared as sequences of tokens, so that one may stand across a space,
        # has no effect there, and yet keeps another that overlaps it from having its effect.
        self._borders = frozenset((one[-1], other[0]) for one, other in pairs)

    def split(self, pieces: Iterable[str]) -> dict[str, list[_Token]]:
        """Return the tokens of pieces; spaCy is asked once for all that are no plain words."""
        made: dict[str, list[_Token]] = {}
        odd: list[str] = []
        for piece in pieces:
            known = self.plain(piece)
            if known is None:
                known = self._by_rules(piece)
            made[piece] = [] if known is None else known
            if known is None:
                odd.append(piece)
        if odd:
            self._tokenise_each({piece: made[piece] for piece in odd})
        return made

    def pieces(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the pieces of a text that are tokenised alone start and end."""
        borders = self._borders
        last = 0
        waiting: tuple[int, int] | None = None
        for piece in _PIECE.finditer(text):
            start, end = piece.span()
            is_joined = last > 0 and start - last == 1 and text[last] == " "
            if waiting and is_joined and (text[last - 1], text[start]) in borders:
                waiting = (waiting[0], end)
                last = end
                continue
            if waiting:
                yield waiting
            # A space belongs to the word before it; what else there is, is a token.
            if not is_joined and start > last:
                skipped = int(last > 0 and text[last] == " ")
                if start - last > skipped:
                    yield last + skipped, start
            waiting, last = (start, end), end
        if waiting:
            yield waiting
        skipped = int(bool(last) and text[last : last + 1] == " ")
        if len(text) - last > skipped:
            yield last + skipped, len(text)

    def plain(self, piece: str) -> list[_Token] | None:
        """Return the tokens of a piece that is a word between signs."""
        match = _WORD.fullmatch(piece)
        if match is None:
            return [(len(piece), piece.lower())] if piece.isspace() else None
        before, word, stop, behind = match.groups()
        tokens = self._special.get(word) or [word]
        if len(word) < len(piece):
            if word in self._affixed:
                return None
            tokens = [*before, *tokens, *stop, *behind]
        return self._placed(tokens)

    def _placed(self, tokens: list[str]) -> list[_Token] | None:
        if not self._pairs.isdisjoint(pairwise(tokens)):
            return None
        end = 0
        return [(end := end + len(token), token.lower()) for token in tokens]

    def _by_rules(self, piece: str) -> list[_Token] | None:
        """Return the tokens of a piece by the tokenizer's rules, as its documentation has them."""
        tokenizer, special = self._tokenizer, self._special
        if tokenizer.token_match is not None or not _PIECE.fullmatch(piece):
            return None
        before: list[str] = []
        behind: list[str] = []
        middle, size = piece, 0
        while middle and len(middle) != size and middle not in special:
            size = len(middle)
            head = 1 if middle[0] in _EACH_SIGN else _width(tokenizer.prefix_search(middle))
            if head and middle[head:] in special:
                before.append(middle[:head])
                middle = middle[head:]
                break
            tail = self._tail(middle[head:])
            if tail and middle[:-tail] in special:
                behind.append(middle[-tail:])
                middle = middle[:-tail]
                break
            if head + tail > size:  # they overlap
                tail = 0
            if head:
                before.append(middle[:head])
            if tail:
                behind.append(middle[-tail:])
            middle = middle[head : size - tail]
        tokens = [*before, *self._middle(middle), *reversed(behind)]
        return None if not self._alone.isdisjoint(tokens) else self._placed(tokens)

    def _tail(self, text: str) -> int:
        """Return how wide the suffix of a text is."""
        is_sign = text[-1:] in _EACH_SIGN
        return 1 if is_sign else _width(self._tokenizer.suffix_search(text))

    def _middle(self, text: str) -> list[str]:
        """Return the tokens of what is left between affixes."""
        if not text:
            return []
        if text in self._special:
            return self._special[text]
        if self._tokenizer.url_match is not None and self._tokenizer.url_match(text):
            return [text]
        tokens: list[str] = []
        last = 0
        for infix in self._tokenizer.infix_finditer(text):
            start, end = infix.span()
            if start:  # at the beginning it is none
                tokens += [part for part in (text[last:start], text[start:end]) if part]
                last = end
        return [*tokens, text[last:]] if last < len(text) else tokens

    def _tokenise_each(self, made: dict[str, list[_Token]]) -> None:
        """Tokenise different pieces in one call, a line for each."""
        pieces = list(made)
        starts: list[int] = []
        start = 0
        for piece in pieces:
            starts.append(start)
            start += len(piece) + 1
        place, current, offset, end = -1, made[pieces[0]], 0, 0
        for token in self._tokenise("\n".join(pieces)):
            word, idx = token.text, token.idx
            if idx >= end:
                if token.is_space or place + 1 == len(pieces):
                    continue
                place += 1
                offset, end = starts[place], starts[place] + len(pieces[place])
                current = made[pieces[place]]
            current.append((idx + len(word) - offset, word.lower()))


def _special_parts(tokenizer: Any) -> dict[str, list[str]]:
    """Return what each special case would be taken apart to if it were none."""
    plain = Tokenizer(
        tokenizer.vocab,
        prefix_search=tokenizer.prefix_search,
        suffix_search=tokenizer.suffix_search,
        infix_finditer=tokenizer.infix_finditer,
        token_match=tokenizer.token_match,
        url_match=tokenizer.url_match,
    )
    return {special: [token.text for token in plain(special)] for special in tokenizer.rules}


def _width(match: Any) -> int:
    return match.end() - match.start() if match is not None else 0


def quicken(language: Any) -> None:
    """Let a language's tokenizer look for affixes only where they can stand.

    Its prefixes stand at the beginning, and yet are looked for everywhere; its suffixes stand at
    the end, and all but some have a greatest width.
    """
    tokenizer, defaults = language.tokenizer, language.Defaults
    # spaCy writes the borders beside a rule and not around it: one with branches would have none.
    prefixes: Any = compile_prefix_regex(defaults.prefixes)
    if prefixes.search == tokenizer.prefix_search and all(
        str(_parsed(f"^{prefix}")[0][0]) == "AT" for prefix in defaults.prefixes
    ):
        tokenizer.prefix_search = prefixes.match
    suffixes: Any = compile_suffix_regex(defaults.suffixes)
    if suffixes.search == tokenizer.suffix_search and all(
        str(_parsed(f"{suffix}$")[-1][0]) == "AT" for suffix in defaults.suffixes
    ):
        widths = {suffix: int(_parsed(suffix).getwidth()[1]) for suffix in defaults.suffixes}
        wide = [suffix for suffix, width in widths.items() if width > _MAX_WIDTH]
        reach = max(width for width in widths.values() if width <= _MAX_WIDTH)
        wide_ones: Any = compile_suffix_regex(wide) if wide else re.compile("(?!)")

        def search(text: str) -> Any:
            if wide_ones.search(text):
                return suffixes.search(text)
            return suffixes.search(text, max(0, len(text) - reach))

        tokenizer.suffix_search = search


def _parsed(rule: str) -> Any:
    return importlib.import_module("re._parser").parse(rule)
