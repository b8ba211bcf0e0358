"""A prefilter for regular expressions: which patterns of a set may match a text at all.

Each pattern is parsed by the standard library and written anew as a wider one, byte by byte, that
Hyperscan takes: look-around and word borders are dropped, a back-reference becomes its group, and
every character class also takes the byte that stands for all characters outside ASCII. Nothing is
taken over from the source text, so that a difference of syntax cannot make the wider pattern the
narrower one; a pattern with anything that is not understood has no gate and always runs.
"""

import importlib
import re
import threading
import warnings
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, Final

_WILD: Final = ord("?")
"""What ``str.encode("ascii", "replace")`` writes for a character outside ASCII."""

_LETTERS: Final = frozenset(range(65, 91)) | frozenset(range(97, 123))
_ALL: Final = frozenset(range(128))
_DIGITS: Final = frozenset(range(48, 58))
_SPACES: Final = frozenset({*range(9, 14), *range(28, 33)})
_WORDS: Final = _LETTERS | _DIGITS | {95}
_CATEGORIES: Final = {
    "CATEGORY_DIGIT": _DIGITS,
    "CATEGORY_NOT_DIGIT": _ALL - _DIGITS,
    "CATEGORY_SPACE": _SPACES,
    "CATEGORY_NOT_SPACE": _ALL - frozenset({32, *range(9, 14)}),
    "CATEGORY_WORD": _WORDS,
    "CATEGORY_NOT_WORD": _ALL - _WORDS,
}
_KNOWN_FLAGS: Final = re.IGNORECASE | re.MULTILINE | re.DOTALL
_MAX_REPEAT: Final = 1000
_MAX_SOURCE: Final = 4000
"""A longer pattern, such as one of all top-level domains, takes Hyperscan seconds to compile."""


class Unsupported(Exception):
    """Raised for a pattern that cannot be widened with certainty."""


class Gates:
    """Say which of some patterns may match a text.

    Args:
        patterns: Sources and flags, as for the package ``regex`` in its version 0 behaviour.
    """

    def __init__(self, patterns: Sequence[tuple[str, int]]) -> None:
        self._always: set[int] = set()
        widened: dict[int, str] = {}
        for index, (source, flags) in enumerate(patterns):
            try:
                widened[index] = widen(source, flags)
            except Unsupported:
                self._always.add(index)
        self._database: Any = None
        self._local = threading.local()  # a scratch serves one thread at a time
        try:
            self._compile(widened)
        except ImportError:  # no wheel for this platform: every pattern runs
            self._always = set(range(len(patterns)))

    def _compile(self, widened: dict[int, str]) -> None:
        import hyperscan

        def database(indices: Iterable[int]) -> Any:
            chosen = list(indices)
            made: Any = hyperscan.Database()
            made.compile(
                expressions=[widened[i].encode("latin-1") for i in chosen],
                ids=chosen,
                elements=len(chosen),
                flags=[hyperscan.HS_FLAG_PREFILTER | hyperscan.HS_FLAG_SINGLEMATCH] * len(chosen),
            )
            return made

        if not widened:
            return
        try:
            self._database = database(widened)
        except hyperscan.error:  # one is too large: find out which
            for index in list(widened):
                try:
                    database([index])
                except hyperscan.error:
                    self._always.add(index)
                    del widened[index]
            self._database = database(widened) if widened else None
        scratch: Any = hyperscan.Scratch
        self._make_scratch = partial(scratch, self._database)

    def open(self, text: str) -> set[int]:
        """Return the indices of the patterns that may match; the others cannot."""
        found = set(self._always)
        if self._database is None:
            return found
        scratch = getattr(self._local, "scratch", None)
        if scratch is None:
            scratch = self._local.scratch = self._make_scratch()

        def on_match(index: int, *_: object) -> None:
            found.add(index)

        self._database.scan(
            text.encode("ascii", "replace"), match_event_handler=on_match, scratch=scratch
        )
        return found


def widen(source: str, flags: int) -> str:
    """Return a pattern over bytes that matches wherever the given one matches.

    Raises:
        Unsupported: If that cannot be said with certainty.
    """
    if flags & ~_KNOWN_FLAGS or len(source) > _MAX_SOURCE:
        raise Unsupported
    parser: Any = importlib.import_module("re._parser")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what reads otherwise in another syntax is warned of
            tree = parser.parse(source, flags & ~re.UNICODE)
    except (re.error, Warning, RecursionError, OverflowError):
        raise Unsupported from None
    if tree.state.flags & ~(_KNOWN_FLAGS | re.UNICODE) or tree.getwidth()[0] == 0:
        raise Unsupported
    return _Widening(bool(tree.state.flags & re.IGNORECASE)).sequence(tree)


class _Widening:
    """Write a parsed pattern anew; see the module's description."""

    def __init__(self, ignore_case: bool) -> None:
        self._ignore_case = ignore_case
        self._groups: dict[int, str] = {}

    def sequence(self, tree: Iterable[tuple[Any, Any]]) -> str:
        return "".join(self._node(str(op), value) for op, value in tree)

    def _node(self, op: str, value: Any) -> str:
        match op:
            case "LITERAL":
                if value == ord("{"):  # `regex` reads `{e<=1}` as a fuzzy match
                    raise Unsupported
                return self._class([("LITERAL", value)])
            case "NOT_LITERAL":
                return self._class([("NEGATE", None), ("LITERAL", value)])
            case "IN":
                return self._class([(str(kind), item) for kind, item in value])
            case "ANY":
                return _bytes(_ALL)
            case "BRANCH":
                return "(?:" + "|".join(self.sequence(branch) for branch in value[1]) + ")"
            case "SUBPATTERN":
                return self._group(*value)
            case "ATOMIC_GROUP":
                return f"(?:{self.sequence(value)})"
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeat(*value)
            case "AT" | "ASSERT" | "ASSERT_NOT":
                return ""
            case "GROUPREF" if value in self._groups:
                return self._groups[value]
        raise Unsupported

    def _group(self, group: int | None, added: int, removed: int, inner: Any) -> str:
        if (added | removed) & ~_KNOWN_FLAGS:
            raise Unsupported
        outer, self._ignore_case = self._ignore_case, self._ignore_case or bool(added & re.I)
        written = f"(?:{self.sequence(inner)})"
        self._ignore_case = outer
        if group is not None:
            self._groups[group] = written
        return written

    def _repeat(self, least: int, most: Any, inner: Any) -> str:
        if least > _MAX_REPEAT:
            raise Unsupported
        bound = int(most) if int(most) <= _MAX_REPEAT else ""
        body = self.sequence(inner)
        return f"(?:{body}){{{least},{bound}}}" if body else ""

    def _class(self, items: list[tuple[str, Any]]) -> str:
        negated = items[0][0] == "NEGATE"
        taken: set[int] = set()
        for kind, value in items[1 if negated else 0 :]:
            taken |= self._item(kind, value, exactly=negated)
        return _bytes(_ALL - taken if negated else taken)

    def _item(self, kind: str, value: Any, *, exactly: bool) -> frozenset[int]:
        """Return the ASCII characters that an item takes: no more (``exactly``) or no fewer."""
        if kind == "CATEGORY" and (category := _CATEGORIES.get(str(value))) is not None:
            return category - {*range(28, 32)} if exactly else category | {*range(28, 32)}
        if kind == "LITERAL":
            value = (value, value)
        elif kind != "RANGE":
            raise Unsupported
        low, high = value
        taken = frozenset(range(low, min(high, 127) + 1))
        if exactly or not self._ignore_case:
            return taken
        # A letter outside ASCII may be one in another case (U+017F, U+0130, U+0131, U+212A).
        cased = _LETTERS if high > 127 else {c ^ 32 for c in taken & _LETTERS}
        return taken | cased


def _bytes(accepted: Iterable[int]) -> str:
    return "[" + "".join(f"\\x{byte:02x}" for byte in sorted({*accepted, _WILD})) + "]"
