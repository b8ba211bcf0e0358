"""SQL statements without their literals, by sqlglot's tokenizer.

The tokenizer and not the parser: it takes time linear in the text, does not recurse, and does not
log the statement where it meets a dialect's own syntax. What it cannot tell apart without the
dialect (double quotes, backslash escapes, dollar quotes) counts as a literal, or turns the whole
statement away.
"""

import re
from collections.abc import Callable, Container, Sequence
from typing import Any, Final

MAX_CHARS: Final = 20_000
_MAX_WORDS: Final = 2  # identifiers side by side: `FROM t alias`, never a sentence
_IDENTIFIER: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}", re.ASCII)
_OPERATOR: Final = re.compile(r"[!#%&()*+,./:;<=>?@\[\]^{|}~-]{1,3}")
_QUOTES: Final = frozenset({'"', "'"})
_VERBS: Final = frozenset(
    {"ALTER", "BEGIN", "COMMIT", "CREATE", "DELETE", "DROP", "INSERT", "MERGE", "REPLACE"}
    | {"ROLLBACK", "SELECT", "TRUNCATE", "UPDATE", "UPSERT", "WITH"}
)
# What a statement with this verb cannot be without (SQL:2016, part 2, sections 14.9 to 14.15).
_NEEDS: Final = {
    "DELETE": frozenset({"FROM"}),
    "INSERT": frozenset({"INTO"}),
    "MERGE": frozenset({"INTO"}),
    "REPLACE": frozenset({"INTO"}),
    "UPDATE": frozenset({"SET"}),
    "UPSERT": frozenset({"INTO"}),
    "WITH": frozenset({"AS"}),
}
# After these a dotted name's first part is a schema, which services name after tenants.
_BEFORE_TABLE: Final = frozenset({"FROM", "INTO", "JOIN", "TABLE", "UPDATE"})
_COMPARISONS: Final = frozenset({"!=", "<", "<=", "<>", "=", "==", ">", ">=", "ILIKE", "LIKE"})
_REFUSED: Final = frozenset({"@", "~"})  # no operator of every dialect; an address has the first
_LIST: Final = re.compile(r"\( ?\?(?: , \?)* ?\)")
_LISTS: Final = re.compile(r"\( \? \)(?: , \( \? \))+")


def redact_sql(text: str, shown_name: Callable[[str], str] = str) -> str | None:
    """Return a statement with ``?`` for each literal and lists of literals folded into one.

    Args:
        text: One or more statements.
        shown_name: From the name of a table, a column or a function to what is shown of it.

    Returns:
        The statement, or ``None`` if the text is no SQL or cannot be told apart safely.

    >>> redact_sql("select name from users where id in (7, 8) and city = 'Bonn'")
    'SELECT name FROM users WHERE id IN ( ? ) AND city = ?'
    """
    if len(text) > MAX_CHARS or "\\" in text or "$$" in text or not _starts_with_verb(text):
        return None
    # Imported at the first statement: most services send none, and it takes a while.
    from sqlglot.errors import SqlglotError
    from sqlglot.tokens import Tokenizer

    try:
        tokens = Tokenizer().tokenize(text)
    except SqlglotError:
        return None
    if _NEEDS.get(tokens[0].text.upper(), frozenset()) - {t.text.upper() for t in tokens}:
        return None
    shown: list[str] = []
    words, end = 0, -2
    for token in tokens:
        quoted = not _QUOTES.isdisjoint((text[token.start], text[token.end]))
        # A word that touches a literal is a part of it (`0x41`, `7days`).
        touches = token.start == end + 1 and shown[-1] == "?"
        piece, is_name = _piece(token.text, Tokenizer.KEYWORDS)
        words = words + 1 if is_name else 0
        if words > _MAX_WORDS:
            return None
        if quoted or (touches and piece.isidentifier()):
            piece = "?"
        if is_name and piece != "?":
            piece = "?" if _names_data(shown, tokens, len(shown)) else shown_name(piece)
        if token.text in _REFUSED:
            return None
        shown.append(piece)
        end = token.end
    redacted = _LISTS.sub("( ? )", _LIST.sub("( ? )", " ".join(shown)))
    return redacted if len(redacted) <= MAX_CHARS else None


def _names_data(shown: list[str], tokens: Sequence[Any], index: int) -> bool:
    """Say whether a bare word is a schema or a value, and not a table's or a column's name."""
    before = shown[-1] if shown else ""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if before in _BEFORE_TABLE:
        return after == "."
    return before in _COMPARISONS and after not in (".", "(")


def _piece(word: str, keywords: Container[str]) -> tuple[str, bool]:
    """Return what stands for a token, and whether it is a name."""
    if word.upper() in keywords:
        return word.upper(), False
    if _IDENTIFIER.fullmatch(word):
        return word, True
    return (word if _OPERATOR.fullmatch(word) else "?"), False


def _starts_with_verb(text: str) -> bool:
    first = text.lstrip("( \t\r\n")[:16].split(None, 1)
    return bool(first) and first[0].upper() in _VERBS
