"""The tenant tag that internal destinations receive."""

from collections.abc import Callable
from typing import Final

from spanveil.context import KeyRing, TenantTag, current

TagSource = Callable[[], str | None]
"""Returns the text of the current tenant's tag, or ``None``."""

_MEMO_ENTRIES: Final = 4096


def tag_from_context(key_ring: KeyRing | None) -> TagSource:
    """Return a source that reads the bound `RequestContext`, and nothing else.

    Args:
        key_ring: Makes the tags; without one nobody has a tag.
    """

    def tag() -> str | None:
        bound = current()
        if key_ring is None or bound is None or bound.tenant_id is None:
            return None
        return key_ring.tag(bound.tenant_id).text

    return tag


class CheckedTag:
    """A tag source whose answers are tags or nothing.

    Other rooms answer ``unscoped`` or ``conflict`` where no single tenant is bound; neither leaves.
    """

    __slots__ = ("_known", "_source")

    def __init__(self, source: TagSource) -> None:
        self._source = source
        self._known: dict[str, bool] = {}

    def __call__(self) -> str | None:
        """Return the current tag."""
        text = self._source()
        if not text:
            return None
        good = self._known.get(text)
        if good is None:
            good = is_tag(text)
            if len(self._known) >= _MEMO_ENTRIES:
                self._known.clear()
            self._known[text] = good
        return text if good else None


def is_tag(text: str) -> bool:
    """Tell whether a text has the form of a tenant tag (which says nothing of who wrote it)."""
    try:
        TenantTag.parse(text)
    except ValueError:
        return False
    return True
