"""Resources and scopes: one object serves many items, so each is redacted once and kept."""

import re
from collections.abc import Callable
from typing import Final, Generic, TypeVar

from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.util.instrumentation import InstrumentationScope

from spanveil.processors._reserved import Reserved
from spanveil.redaction import Position, Redactor

_T = TypeVar("_T")
_MAX_KEPT: Final = 1024
# The only schema URLs that conventions publish; any other is a text that an application chose.
_SCHEMA_URL: Final = "https://opentelemetry.io/schemas/"
# Langfuse 5 compares its scope's key with its own and drops a span where they differ. The key is
# public and names a project of the operator's.
_LANGFUSE_SCOPE: Final = "langfuse-sdk"
_LANGFUSE_KEY: Final = re.compile(r"pk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)


class _OncePerObject(Generic[_T]):
    """Memo by identity. Equality would cost more than redaction (`Resource` hashes its JSON)."""

    __slots__ = ("_kept", "_make")

    def __init__(self, make: Callable[[_T], _T]) -> None:
        self._make = make
        # The original is kept too: an id is unique only among living objects.
        self._kept: dict[int, tuple[_T, _T]] = {}

    def __call__(self, original: _T) -> _T:
        known = self._kept.get(id(original))
        if known is not None:
            return known[1]
        made = self._make(original)
        if len(self._kept) >= _MAX_KEPT:
            self._kept.clear()
        self._kept[id(original)] = (original, made)
        return made


class SharedParts:
    """Redact resources and instrumentation scopes.

    They describe the service, not a tenant's work, so the sink's own profile applies to them,
    whether or not an item has a tenant.

    Attributes:
        shows_projects: Show Langfuse's public key of a project, which its own processor asks for.
            Off for configured sinks, since there may be one project for each tenant.
    """

    def __init__(self, redactor: Redactor, reserved: Reserved) -> None:
        self._redactor = redactor
        self._reserved = reserved
        self.shows_projects = False
        self.resource = _OncePerObject(self._resource)
        self.scope = _OncePerObject(self._scope)

    def metric_name(self, text: str) -> str:
        """Redact a metric's name or description, which code chose if it is one token."""
        name, _ = self._redactor.name(text, Position.METRIC)
        return name

    def _resource(self, resource: Resource) -> Resource:
        attributes, _ = self._redactor.attributes(
            self._reserved.without(resource.attributes), signal="resource"
        )
        return Resource(attributes, known_schema_url(resource.schema_url))

    def _scope(self, scope: InstrumentationScope) -> InstrumentationScope:
        name, _ = self._redactor.name(scope.name, Position.SCOPE)
        version, _ = self._redactor.name(scope.version or "", Position.VERSION)
        attributes, _ = self._redactor.attributes(self._reserved.without(scope.attributes))
        if self.shows_projects and scope.name == _LANGFUSE_SCOPE:
            key = (scope.attributes or {}).get("public_key")
            if isinstance(key, str) and _LANGFUSE_KEY.fullmatch(key):
                attributes["public_key"] = key
        return InstrumentationScope(name, version, known_schema_url(scope.schema_url), attributes)


def known_schema_url(url: str | None) -> str:
    """Return a schema URL that conventions publish, and ``""`` for any other text."""
    known = url is not None and url.startswith(_SCHEMA_URL)
    version = (url or "").removeprefix(_SCHEMA_URL)
    return url or "" if known and version.replace(".", "").isdigit() else ""
