"""Turn an object of the SDK into a guarded one in place, whatever its class.

Tracers, loggers and meters keep a reference to the object from the moment they are handed out, so
that a replacement would miss them; a change of its class reaches them all.
"""

from inspect import isfunction
from typing import Any, Final

from spanveil.config import ConfigError

SLOT: Final = "_spanveil_guard"
"""Where an object keeps the guard before it; `guard_of` reads it."""
_CLASS: Final = "_spanveil_class"
_classes: Final[dict[tuple[type, type], type]] = {}


def put_on(target: object, methods: type, guard: object) -> None:
    """Put a guard before an object.

    Args:
        target: The object of the SDK. Its class becomes one that derives from the class that it
            had and from nothing else, since any other base could change the object's layout.
        methods: A class whose functions override the original's; they call those by `below`.
        guard: What they find through `guard_of`; replaced where the object is guarded before.

    Raises:
        ConfigError: The object cannot be guarded; the message names its class.
    """
    try:
        vars(target)[SLOT] = guard
        if not is_guarded(target):
            target.__class__ = _derived(methods, type(target))
    except TypeError:
        kind = f"{type(target).__module__}.{type(target).__qualname__}"
        raise ConfigError(
            "guard", kind, "a class of the OpenTelemetry SDK or one like it"
        ) from None


def take_off(target: object) -> None:
    """Restore the class that an object had before it was guarded."""
    for (_, original), derived in _classes.items():
        if type(target) is derived:
            target.__class__ = original
            return


def is_guarded(target: object) -> bool:
    """Say whether a guard stands before an object."""
    return _CLASS in vars(type(target))


def guard_of(target: object) -> Any:
    """Return the guard that stands before an object."""
    return vars(target)[SLOT]


def below(target: Any) -> Any:
    """Return the object as it was before it was guarded, to call its own methods.

    A call that was under way when the guard was taken off finds the object itself, whose methods
    are its own again.
    """
    guarded = getattr(type(target), _CLASS, None)
    return target if guarded is None else super(guarded, target)


def _derived(methods: type, original: type) -> type:
    known = _classes.get((methods, original))
    if known is None:
        functions = {name: member for name, member in vars(methods).items() if isfunction(member)}
        # The original's name stays: libraries compare it, and people read it in their logs.
        known = type(
            original.__name__,
            (original,),
            {**functions, "__module__": original.__module__},
        )
        setattr(known, _CLASS, known)
        _classes[methods, original] = known
    return known
