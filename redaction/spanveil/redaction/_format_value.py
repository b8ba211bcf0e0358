"""Values whose format says what of them stays: statements, URLs, stack traces, paths, headers."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, cast

from spanveil.config import ContentClass, KeyWords, is_code_name, is_key_word, split_words
from spanveil.redaction._budget import Budget
from spanveil.redaction._command import redact_command
from spanveil.redaction._json import looks_like_container
from spanveil.redaction._marker import is_marker
from spanveil.redaction._memo import Memo
from spanveil.redaction._pseudonym import Pseudonymizer
from spanveil.redaction._source import redact_code_path, redact_user_agent
from spanveil.redaction._sql import redact_sql
from spanveil.redaction._subject import Subject, mark
from spanveil.redaction._traceback import redact_message, redact_traceback
from spanveil.redaction._url import redact_url

if TYPE_CHECKING:
    from spanveil.config import Limits

_STACK_WORDS: Final = frozenset({"backtrace", "stack", "stacktrace", "traceback"})
_KEY_END: Final = 256
_MAX_SQL_CHARS: Final = 100_000
"""Of all statements of one value: tokenising them takes about 6 seconds per million characters."""


class FormattedValues:
    """Treat texts, and lists of texts, by their format.

    Args:
        limits: Bounds on the work for one value.
        pseudonym: Makes pseudonyms of hosts, tables and columns.
        skeleton: Treats a container.
        memo: Remembers what is left of statements and stack traces; ``None`` for no memory.
    """

    __slots__ = ("_limits", "_memo", "_path_segments", "_pseudonym", "_skeleton", "_sql_limits")

    def __init__(
        self,
        limits: "Limits",
        pseudonym: Pseudonymizer,
        skeleton: Callable[[Subject, object], Any],
        memo: Memo | None,
    ) -> None:
        self._limits = limits
        self._memo = memo
        self._sql_limits = limits.model_copy(
            update={"max_chars": min(_MAX_SQL_CHARS, limits.max_chars)}
        )
        self._pseudonym = pseudonym
        self._skeleton = skeleton
        self._path_segments = KeyWords.shipped().path_segments

    def traceback(self, subject: Subject, value: object) -> Any:
        """Keep a stack trace's types and places, of a message the type, and of a flag all."""
        if isinstance(value, bool):
            return value if is_code_name(subject.key) else mark(subject, value)
        stack = _STACK_WORDS.intersection(split_words(subject.key[-_KEY_END:]))
        if not stack:
            return self._texts(subject, value, redact_message)
        redact = self._remembered("traceback", subject.tenant, redact_traceback)
        return self._texts(subject, value, redact)

    def source(self, subject: Subject, value: object) -> Any:
        """Keep where in the program something happened; any other path names what people chose."""
        is_code = subject.key.startswith("code.")
        return self._texts(subject, value, redact_code_path) if is_code else mark(subject, value)

    def header(self, subject: Subject, value: object) -> Any:
        """Keep the known products of a ``User-Agent``."""
        words = split_words(subject.key[-_KEY_END:])
        agent = "user" in words and "agent" in words
        return self._texts(subject, value, redact_user_agent) if agent else mark(subject, value)

    def url(self, subject: Subject, value: object) -> Any:
        """Keep a URL's scheme, port and template."""

        def shorten(text: str) -> str | None:
            return redact_url(text, self._pseudonym, self._path_segments)

        return self._texts(subject, value, shorten)

    def sql(self, subject: Subject, value: object) -> Any:
        """Keep a statement without its literals; a document's query keeps its structure."""
        if isinstance(value, str) and looks_like_container(value):
            return self._skeleton(subject, value)

        redact = self._remembered("sql", subject.tenant, self._statement)
        return self._texts(subject, value, redact, self._sql_limits)

    def _statement(self, text: str) -> str | None:
        return redact_sql(text, self._identifier) or redact_command(text)

    def _remembered(
        self, scope: str, tenant: str, redact: Callable[[str], str | None]
    ) -> Callable[[str], str | None]:
        """Return a function that looks at a text once: services repeat statements and traces.

        What is left of one holds no literal and no message, and may be remembered as it is.
        """
        memo = self._memo
        if memo is None:
            return redact

        def remembered(text: str) -> str | None:
            mac = memo.mac(tenant, scope)
            mac.update(text.encode("utf-8", "surrogatepass"))
            name = mac.digest()
            known = cast("tuple[str | None] | None", memo.get(name))
            if known is None:
                known = (redact(text),)
                memo.put(name, known, len(known[0] or ""))
            return known[0]

        return remembered

    def _identifier(self, name: str) -> str:
        """Keep a table's or a column's name in words of code; others are named after tenants."""
        kept = self._pseudonym.made(name) or all(map(is_key_word, split_words(name)))
        return name if kept else self._pseudonym(ContentClass.DB_STATEMENT, name)

    def _texts(
        self,
        subject: Subject,
        value: object,
        redact: Callable[[str], str | None],
        limits: "Limits | None" = None,
    ) -> Any:
        """Apply a function to a text or a list of texts, and mark everything else."""
        budget = Budget(limits or self._limits)

        def one(text: str) -> Any:
            budget.visit(0)
            if not text or is_marker(text) or not budget.admits(text):
                return mark(subject, text)
            redacted = redact(text)
            return mark(subject, text) if redacted is None else redacted

        match value:
            case str():
                return one(value)
            case list() | tuple() if all(isinstance(item, str) for item in value):
                return [one(item) for item in value]
        return mark(subject, value)
