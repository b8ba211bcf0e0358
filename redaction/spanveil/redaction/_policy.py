"""Which class and which treatment a key gets: a user's rules over the catalogue over the words."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from spanveil.config import (
    Action,
    Catalogue,
    CatalogueField,
    ContentClass,
    Treatment,
    ValueFormat,
    key_matcher,
    stricter,
)

if TYPE_CHECKING:
    from spanveil.config import KeyRule, Profile, RedactionConfig

_MEMO_ENTRIES: Final = 8192
RULE_ORIGIN: Final = "rule: "
"""How ``CatalogueField.conventions`` begins where an operator's rule vouches for a key."""


class _Rule(NamedTuple):
    matchers: tuple[re.Pattern[str], ...]
    action: Action
    field: CatalogueField
    treatment: Treatment
    when: tuple[tuple[str, object], ...]

    def names(self, key: str) -> bool:
        return any(matcher.fullmatch(key) for matcher in self.matchers)

    def holds(self, attributes: Mapping[str, object]) -> bool:
        return all(attributes.get(key) == wanted for key, wanted in self.when)


class Decision(NamedTuple):
    """What a key gets.

    Attributes:
        field: Its class and value format.
        treatment: Its treatment.
    """

    field: CatalogueField
    treatment: Treatment


class Policy:
    """Decide by one profile and one configuration. See ``spanveil.config`` for the order."""

    def __init__(self, config: "RedactionConfig", profile: "Profile") -> None:
        self._catalogue = Catalogue.shipped()
        self._treatments = profile.treatments
        rules = [self._compile(rule) for rule in config.rules]
        self._plain = {
            action: [rule for rule in rules if rule.action is action and not rule.when]
            for action in Action
        }
        self._conditional = [rule for rule in rules if rule.when]
        self._tenants = {
            tenant: [self._compile(rule) for rule in own] for tenant, own in config.tenants.items()
        }
        self._memo: dict[str, Decision] = {}

    def goes_by_key(self, tenant: str) -> bool:
        """Say whether a key's treatment is the same in every item of a tenant."""
        return not self._conditional and not self._tenants.get(tenant)

    def of_class(self, content_class: ContentClass) -> Decision:
        """Decide for a value whose class the caller knows."""
        field = CatalogueField(content_class, ValueFormat.TEXT, "", "")
        return Decision(field, self._treatments[content_class])

    def decide(self, key: str, attributes: Mapping[str, object], tenant: str) -> Decision:
        """Decide for a key of an item."""
        decision = self._memo.get(key)
        if decision is None:
            decision = self._decide(key)
            if len(self._memo) >= _MEMO_ENTRIES:
                self._memo.clear()
            if len(key) <= 256:
                self._memo[key] = decision
        if not self._conditional and not self._tenants:
            return decision
        own = self._tenants.get(tenant, ())
        for rule in (*self._conditional, *own):
            if rule.names(key) and rule.holds(attributes):
                decision = self._tighten(decision, rule)
        return decision

    def _decide(self, key: str) -> Decision:
        for action in (Action.REDACT, Action.CLASSIFY, Action.KEEP):
            for rule in self._plain[action]:
                if rule.names(key):
                    return Decision(rule.field, rule.treatment)
        field = self._catalogue.classify(key)
        return Decision(field, self._treatments[field.content_class])

    def _tighten(self, decision: Decision, rule: _Rule) -> Decision:
        if stricter(decision.treatment, rule.treatment) is decision.treatment:
            return decision
        # The rule says more of the value; it vouches for the key no more than it was before.
        origin = decision.field
        field = rule.field._replace(pattern=origin.pattern, conventions=origin.conventions)
        return Decision(field, rule.treatment)

    def _compile(self, rule: "KeyRule") -> _Rule:
        content_class = rule.content_class or ContentClass.UNKNOWN
        treatment = {
            Action.KEEP: Treatment.DETECT,
            Action.REDACT: Treatment.MARKER,
            Action.CLASSIFY: self._treatments[content_class],
        }[rule.action]
        origin = "" if rule.action is Action.REDACT else f"{RULE_ORIGIN}{rule.action}"
        field = CatalogueField(content_class, ValueFormat.TEXT, "", origin)
        matchers = tuple(key_matcher(pattern) for pattern in rule.keys)
        return _Rule(matchers, rule.action, field, treatment, tuple(rule.when.items()))
