"""Where the guard sits: wrapping methods, and noticing when one of them is gone."""

import functools
import threading
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from spanveil.propagators._egress import Egress
from spanveil.propagators._ingress import Ingress
from spanveil.propagators._pseudonym import Pseudonyms

_MARK: Final = "__spanveil_guard__"
_MAX_CHAIN: Final = 64


class Site(NamedTuple):
    """One wrapped function.

    Attributes:
        client: The client's name, for reports.
        owner: The class or module that holds it.
        name: The attribute's name.
    """

    client: str
    owner: Any
    name: str

    @property
    def guarded(self) -> bool:
        """Whether our wrapper is still on the path, also under other wrappers."""
        function = getattr(self.owner, self.name, None)
        for _ in range(_MAX_CHAIN):
            if function is None:
                return False
            if getattr(function, "__dict__", {}).get(_MARK):
                return True
            function = getattr(function, "__wrapped__", None)
        return False


class Sites:
    """All wrapped functions of this process, and the allowlist that they enforce.

    Patches are of the process, so there is one of these: `SITES`. A wrapper without an active
    allowlist calls through.
    """

    def __init__(self) -> None:
        self.egress: Egress | None = None
        self.pseudonyms = Pseudonyms(None)
        self.ingress: Ingress | None = None
        self.lock = threading.RLock()
        self._sites: list[Site] = []
        self.published = False
        self.hooked: set[str] = set()
        self.failed: dict[str, str] = {}

    def wrap(
        self,
        client: str,
        owner: Any,
        name: str,
        make: Callable[[Callable[..., Any]], Callable[..., Any]],
    ) -> None:
        """Replace a function by a wrapper of it, once.

        Args:
            client: The client's name.
            owner: The class or module that holds the function.
            name: The attribute's name.
            make: Makes the wrapper from the function that is there now.

        Raises:
            AttributeError: There is no such function: a version that we do not know.
        """
        site = Site(client, owner, name)
        original = getattr(owner, name)
        if site.guarded:
            return
        wrapper = functools.wraps(original)(make(original))
        wrapper.__dict__[_MARK] = True
        setattr(owner, name, wrapper)
        if site not in self._sites:
            self._sites.append(site)

    def unguarded(self) -> list[Site]:
        """Return the sites from which our wrapper has gone."""
        return [site for site in self._sites if not site.guarded]

    def clients(self) -> frozenset[str]:
        """Return the names of the clients that are patched."""
        return frozenset(site.client for site in self._sites)


SITES: Final = Sites()
