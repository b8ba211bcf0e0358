"""URLs: where a request went, not for whom or with what."""

import re
from collections.abc import Callable, Container, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from spanveil.config import ContentClass, is_code_name
from spanveil.redaction._pseudonym import Pseudonymizer

MAX_CHARS: Final = 8_192
"""A longer text is no address that a client would send (RFC 9110, section 4.1, asks for 8000)."""

_VERSION: Final = re.compile(r"v[0-9]{1,2}(?:(?:alpha|beta)[0-9]{0,2})?|[*]", re.ASCII)
_PLAIN_VERSIONS: Final = frozenset({"", *(f"v{number}" for number in range(100))})
_PLACEHOLDER: Final = re.compile(
    r"\{[a-z_]\w{0,31}(?::\w{1,8})?\}|:[a-z_]\w{0,31}|<(?:\w{1,8}:)?[a-z_]\w{0,31}>|\[{1,2}[a-z_.]\w{0,31}\]{1,2}",
    re.ASCII,
)
_LITERAL: Final = re.compile(r"[a-z]{1,24}(?:[_-][a-z]{1,24}){0,2}", re.ASCII)
_MAX_ROUTE: Final = 256
_SCHEMES: Final = frozenset(
    {"amqp", "amqps", "ftp", "ftps", "gs", "grpc", "grpcs", "http", "https", "kafka", "mongodb"}
    | {"mqtt", "mysql", "nats", "postgres", "postgresql", "redis", "rediss", "s3", "sftp", "smtp"}
    | {"ssh", "tcp", "udp", "ws", "wss"}
)
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1", "0.0.0.0"})  # noqa: S104 - not a bind
_MAX_SEGMENTS: Final = 16
# The function behind the standard library's memory of URLs, in which users and queries would stay.
_split: Final[Any] = getattr(urlsplit, "__wrapped__", urlsplit)
PLAIN_CHARS: Final = 256
"""A longer path is looked at by itself."""


def redact_url(text: str, pseudonym: Pseudonymizer, segments: Container[str]) -> str | None:
    """Return a URL without its user, host name, identifiers, query and fragment.

    Args:
        text: An absolute URL, or a path that begins with ``/``.
        pseudonym: For the host, so that it equals the one of ``server.address``.
        segments: The path segments that routes are made of. Any other becomes ``*``.

    Returns:
        The URL, or ``None`` if the text is none.

    >>> redact_url("/users/7/orders?token=x", Pseudonymizer(b"k" * 16), {"users", "orders"})
    '/users/*/orders?*'
    """
    has_host = "//" in text
    if not has_host and not text.startswith("/"):
        return None  # neither a path, nor a URL that names a place: a query, as a rule
    if len(text) > MAX_CHARS or not text.isascii() or not text.isprintable() or " " in text:
        return None
    if not has_host:
        return _path(text, segments)
    try:
        parts = _split(text)
        port = parts.port
        host = parts.hostname or ""
    except ValueError:
        return None
    if not parts.scheme and not parts.netloc:
        return _path(text, segments) if text.startswith("/") else None
    if not parts.netloc or parts.scheme not in _SCHEMES:
        return None
    shown = host if host in _LOCAL else pseudonym(ContentClass.NETWORK_ADDRESS, host)
    shown = f"[{shown}]" if ":" in shown else shown
    where = f"{shown}:{port}" if port is not None else shown
    path = parts.path + ("?" if parts.query else "")
    return f"{parts.scheme}://{where}{_path(path, segments)}"


def redact_route(text: str, segments: Container[str]) -> str | None:
    """Return a route's template; where a framework wrote a raw path, ``*`` for its identifiers.

    Args:
        text: A path that begins with ``/``.
        segments: The path segments that routes are made of. They stay, and so do other lower-case
            words, but those only beside a placeholder, which shows that code wrote the path.

    >>> [redact_route(t, ()) for t in ("/pets/{id}", "/pets/alice", "Alice")]
    ['/pets/{id}', '/*/*', None]
    """
    if len(text) > _MAX_ROUTE or not text.startswith("/"):
        return None
    parts = text.split("/")
    template = any(_PLACEHOLDER.fullmatch(part) for part in parts)
    return "/".join(
        part
        if not part
        or part in segments
        or _PLACEHOLDER.fullmatch(part)
        or _VERSION.fullmatch(part)
        or is_code_name(part)
        or (template and _LITERAL.fullmatch(part))
        else "*"
        for part in parts
    )


def redact_paths(
    texts: Sequence[str], segments: Container[str], other: Callable[[str], str | None]
) -> list[str | None]:
    """Return many texts as ``redact_url`` returns each, in less time where they are paths.

    Args:
        texts: They.
        segments: The path segments that routes are made of.
        other: What is done to a text that is no plain path.
    """
    whole = "".join(texts)
    if not whole.isascii() or not whole.isprintable() or " " in whole:
        return [other(text) for text in texts]
    return [
        _path(text, segments)
        if text[:1] == "/" and "//" not in text and len(text) <= PLAIN_CHARS
        else other(text)
        for text in texts
    ]


def _path(text: str, segments: Container[str]) -> str:
    path, query, _ = text.partition("#")[0].partition("?")
    shown = [
        segment
        if segment in segments
        or segment in _PLAIN_VERSIONS
        or (segment[0] == "v" and _VERSION.fullmatch(segment))
        else "*"
        for segment in path.split("/")
    ]
    if len(shown) > _MAX_SEGMENTS:
        shown = [*shown[:_MAX_SEGMENTS], "*"]
    return "/".join(shown) + ("?*" if query else "")
