"""The header table, compiled."""

from collections.abc import Iterable
from typing import Final

from spanveil.config import shipped_headers

_MEMO_ENTRIES: Final = 4096

TRACEPARENT: Final = "traceparent"
TRACESTATE: Final = "tracestate"
BAGGAGE: Final = "baggage"
TENANT: Final = "spanveil-tenant"


class HeaderTable:
    """Tell which header names carry context or identity.

    Args:
        extra: Names or ``prefix*`` in addition to the shipped table.
    """

    __slots__ = ("_exact", "_prefixes", "memo")

    def __init__(self, extra: Iterable[str] = ()) -> None:
        patterns = [row.name for row in shipped_headers()] + list(extra)
        self._exact = frozenset(name for name in patterns if not name.endswith("*"))
        self._prefixes = tuple(sorted(name[:-1] for name in patterns if name.endswith("*")))
        # From a name as a client spells it to its lower-case form, or "" if the table lacks it.
        self.memo: dict[str | bytes, str] = {}

    def listed(self, name: str | bytes) -> str:
        """Return the lower-case name if the table has it, otherwise ``""``.

        The same spelling is parsed once; names are few, and where an application makes them up the
        memo starts over instead of growing.
        """
        known = self.memo.get(name)
        if known is None:
            text = name.decode("latin-1") if isinstance(name, bytes) else str(name)
            lower = text.strip().lower()
            # CGI-style gateways read "_" as "-" (RFC 3875, section 4.1.18).
            forms = (lower, lower.replace("_", "-"))
            hit = any(form in self._exact or form.startswith(self._prefixes) for form in forms)
            known = lower if hit else ""
            if len(self.memo) >= _MEMO_ENTRIES:
                self.memo.clear()
            self.memo[name] = known
        return known
