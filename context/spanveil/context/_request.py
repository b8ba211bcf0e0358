"""The immutable answer to "who is this work for", and the one private door to make it."""

from typing import Final, NoReturn, Self, final

from spanveil.context._errors import MissingTenantContext

_FIELDS: Final = ("tenant_id", "user_id", "role", "locale", "request_id")


# Written by hand, not as a dataclass or a pydantic model: pydantic builds standard-library
# dataclasses from plain dictionaries without calling `__init__`, so a field `context:
# RequestContext` in a request body model would be a way in for whoever sends the body. For a plain
# class pydantic refuses to make such a model.
@final
class RequestContext:
    """Who the current work is for, from verified claims and a membership lookup.

    It cannot be constructed, unpickled, or changed; `ContextResolver.resolve` and `open_sealed`
    make it. That stops honest mistakes (a header or a body field passed to a constructor), not
    hostile code in the process, which Python cannot stop: see `docs/threat-model.md`.

    Attributes:
        tenant_id: The tenant that the membership lookup returned, or `None` for a user who belongs
            to none or has not chosen one yet.
        user_id: The verified subject.
        role: The role of that membership; `None` exactly when `tenant_id` is.
        locale: A language tag (BCP 47) from the verified claims, if there was one.
        request_id: A random id of 32 hexadecimal digits, linked to nobody.
    """

    __slots__ = _FIELDS

    tenant_id: str | None
    user_id: str
    role: str | None
    locale: str | None
    request_id: str

    def __init__(self, *_args: object, **_kwargs: object) -> None:
        raise TypeError(
            "RequestContext has no constructor: ContextResolver.resolve() makes it, "
            "from a verified credential"
        )

    def require_tenant(self) -> str:
        """Return the tenant's id.

        Raises:
            MissingTenantContext: The user has no tenant here.
        """
        if self.tenant_id is None:
            raise MissingTenantContext("this request has a verified user but no tenant")
        return self.tenant_id

    def __repr__(self) -> str:
        shown = (
            f"{name}=<{'absent' if getattr(self, name) is None else 'present'}>" for name in _FIELDS
        )
        return f"RequestContext({', '.join(shown)})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RequestContext):
            return NotImplemented
        return _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(_values(self))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("RequestContext is immutable")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("RequestContext is immutable")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: object) -> Self:
        return self

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        raise TypeError("RequestContext cannot be pickled: send a job the envelope made by seal()")


def mint(
    *, tenant_id: str | None, user_id: str, role: str | None, locale: str | None, request_id: str
) -> RequestContext:
    """Make a context from values that were just verified. Private to this package."""
    context = object.__new__(RequestContext)
    for name, value in zip(_FIELDS, (tenant_id, user_id, role, locale, request_id), strict=True):
        object.__setattr__(context, name, value)
    return context


def _values(context: RequestContext) -> tuple[str | None, ...]:
    return tuple(getattr(context, name) for name in _FIELDS)
