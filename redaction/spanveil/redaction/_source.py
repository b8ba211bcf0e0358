"""Where code lies, and which software calls: of both only what code chose."""

import re
from typing import Final

from spanveil.config import is_code_name
from spanveil.redaction._shape import is_plain_key

MAX_CHARS: Final = 1_024
_MAX_PARTS: Final = 6
_SUFFIXES: Final = (
    r"(?:c|cc|clj|cljs|cpp|cs|cxx|dart|erl|ex|exs|go|groovy|h|hpp|hs|java|js|jsx|kt|kts|lua|m|mjs"
    r"|cjs|ml|mm|php|pl|py|pyc|pyx|pyi|r|rb|rs|scala|svelte|swift|ts|mts|cts|tsx|vb|vue|zig)"
)
CODE_FILE: Final = re.compile(rf"[\w.$-]{{1,100}}\.{_SUFFIXES}", re.ASCII)
"""The name of a file with program text."""

_ROOTS: Final = ("site-packages", "dist-packages", "node_modules")
_COMMENT: Final = re.compile(r"\([^()]{0,512}\)")
_MAX_PRODUCTS: Final = 8
_VERSION: Final = re.compile(
    r"v?[0-9]{1,4}(?:\.[0-9]{1,5}){1,3}(?:[a-z]{1,5}[0-9]{0,3})?", re.ASCII
)


def redact_code_path(text: str) -> str | None:
    """Return the end of a source file's path that names a module.

    Args:
        text: A path in the form of any operating system.

    Returns:
        The path within its package, or ``None`` if it does not end in a file of program text.

    >>> [redact_code_path(p) for p in ("agents/run.py", "/home/alice/app/run.py", "alice.pdf")]
    ['agents/run.py', 'run.py', None]
    """
    parts = re.split(r"[/\\]", text) if len(text) <= MAX_CHARS else [""]
    if CODE_FILE.fullmatch(parts[-1]) is None:
        return None
    return "/".join(part if is_plain_key(part) else "*" for part in within_package(parts))


def within_package(parts: list[str]) -> list[str]:
    """Return the last parts of a path that code chose and not a machine's owner."""
    for root in _ROOTS:
        if root in parts:
            return parts[parts.index(root) + 1 :][-_MAX_PARTS:]
    # An absolute path begins with places that are named after people.
    absolute = not parts[0] or parts[0] in ("~", "..", "file:") or parts[0].endswith(":")
    return parts[-1:] if absolute else parts[-_MAX_PARTS:]


def redact_user_agent(text: str) -> str | None:
    """Return the products of a ``User-Agent`` that are software everybody has, ``*`` for others.

    Args:
        text: The header's value: products with versions, and comments (RFC 9110, section 10.1.5).

    Returns:
        The products, or ``None`` if none is known.

    >>> redact_user_agent("OpenAI/Python 1.61.0"), redact_user_agent("AcmeCorp/2.0 (alice's mac)")
    ('OpenAI/Python 1.61.0', None)
    """
    if len(text) > MAX_CHARS or not text.isascii() or not text.isprintable():
        return None
    products = _COMMENT.sub(" ", text).split()
    shown: list[str] = []
    for index, (product, after) in enumerate(zip(products, [*products[1:], ""], strict=True)):
        # One that begins the text may have its version beside it (`OpenAI/Python 1.61.0`).
        beside = index == 1 and shown[0].count("/") == 1 and _VERSION.fullmatch(product)
        known = beside or _is_product(product, "" if index else after)
        shown.append(product if known else "*")
    if all(product == "*" for product in shown) or len(shown) > _MAX_PRODUCTS:
        return None
    return " ".join(shown)


def _is_product(product: str, after: str) -> bool:
    """Say whether a product is known software with a version; words alone are a sentence."""
    name, _, version = product.partition("/")
    if not _is_software(name):
        return False
    versioned = _VERSION.fullmatch(version) is not None
    return versioned or (_is_software(version) and _VERSION.fullmatch(after) is not None)


def _is_software(name: str) -> bool:
    return name[:1].isalpha() and is_plain_key(name) and is_code_name(name)
