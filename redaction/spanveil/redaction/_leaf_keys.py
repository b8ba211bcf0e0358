"""Under which name detection sees a leaf: its own key, or what the object around it calls it.

``{"name": "DB_PASSWORD", "value": …}`` (containers, forms, FHIR's and SCIM's telecoms) and
``{"columns": ["name", "ssn"], "rows": [[…]]}`` (answers of databases) say it elsewhere.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeGuard

_VALUES: Final = frozenset({"value", "val", "number", "default", "stringvalue", "string_value"})
_LABELS: Final = ("name", "key", "field", "label", "type", "kind", "system", "doc", "document")
_LABEL: Final = re.compile(r"[A-Za-z][\w .-]{0,47}")
_HEADS: Final = ("columns", "header", "headers", "fields", "column_names", "columnNames")
_MOST_COLUMNS: Final = 256


def context_key(key: str, owner: Mapping[Any, object], parent: str) -> str:
    """Return the name of a leaf for detection.

    Args:
        key: The leaf's own key.
        owner: The object that holds it.
        parent: The key of that object, or of the list that it stands in.
    """
    if "." in key and parent:
        return f"{parent}_{key}"  # a host, as in `{"auths": {"registry.example": …}}`, or a path
    if key.lower() not in _VALUES:
        return key
    return "_".join(part.replace(" ", "_") for part in (parent, _label(owner), key) if part)


def columns_of(owner: Mapping[Any, object]) -> tuple[str, ...]:
    """Return the names of the columns of a table, if an object is one."""
    for key in _HEADS:
        names = owner.get(key)
        if is_list(names) and 0 < len(names) <= _MOST_COLUMNS:
            written = tuple(name for name in names if isinstance(name, str))
            if len(written) == len(names):
                return written
    return ()


def is_list(value: object) -> TypeGuard[Sequence[object]]:
    """Say whether a value is a list, and no text."""
    return isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray)


def _label(owner: Mapping[Any, object]) -> str:
    by_key = {key.lower(): label for key, label in owner.items() if isinstance(key, str)}
    for name in _LABELS:
        label = by_key.get(name)
        if isinstance(label, str) and _LABEL.fullmatch(label):
            return label
    return ""
