"""Why a key is treated as it is: in words that name rules, rows and classes, never a value."""

from typing import TYPE_CHECKING, NamedTuple

from spanveil.config import WORD_ORIGIN, ContentClass, Treatment
from spanveil.redaction._keys import shown_key
from spanveil.redaction._policy import Policy, Rule

if TYPE_CHECKING:
    from spanveil.config import Profile, RedactionConfig


class Explanation(NamedTuple):
    """What a key gets, and why.

    Attributes:
        content_class: Its class.
        treatment: What becomes of its value.
        because: The rule, the catalogue's row or the word of the key that decided.
        tightened_by: Rules that can tighten it in some items: with conditions, or of a tenant.
        shown: The key as it is shown; ``None`` if a marker stands for it.
    """

    content_class: ContentClass
    treatment: Treatment
    because: str
    tightened_by: tuple[str, ...]
    shown: str | None


def explain_key(config: "RedactionConfig", profile: "Profile", key: str) -> Explanation:
    """Explain what a configuration does with an attribute's key under a profile.

    It takes no detector, which is what makes a ``Redactor`` dear.

    >>> from spanveil.config import Config, shipped_profile
    >>> explain_key(Config().redaction, shipped_profile("shared"), "order.total").treatment
    <Treatment.TOKEN: 'token'>
    """
    return explain(Policy(config, profile), profile, key)


def explain(policy: Policy, profile: "Profile", key: str) -> Explanation:
    """Explain what a policy, which was made for a profile, does with an attribute's key."""
    field, treatment = policy.decide(key, {}, "")
    rule = policy.rule_of(key)
    if rule is not None:
        because = f"the rule {_named(rule)}"
    elif field.pattern:
        because = f"the catalogue's row {field.pattern} ({field.conventions})"
    elif field.conventions.startswith(WORD_ORIGIN):
        word = field.conventions.removeprefix(WORD_ORIGIN)
        because = f"the word {word!r} of the key; no row names the key"
    else:
        because = "no row names the key and none of its words says what it holds"
    tightened_by = tuple(map(_named, policy.tightening(key)))
    shown = shown_key(key, field, profile, 1)
    return Explanation(field.content_class, treatment, because, tightened_by, shown)


def _named(rule: Rule) -> str:
    what = f" as {rule.field.content_class}" if rule.action == "classify" else ""
    keys = ", ".join(f"{key} = {value}" for key, value in rule.when)
    return f"{rule.place} ({rule.action}{what}{f', where {keys}' if keys else ''})"
