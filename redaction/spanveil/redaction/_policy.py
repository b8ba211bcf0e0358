"""Which class and which treatment a key gets: a user's rules over the catalogue over the words."""

import re
from collections.abc import Iterable, Mapping
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


class Rule(NamedTuple):
    """An operator's rule, ready to be asked.

    Attributes:
        place: Where in the configuration it stands, as its errors name it.
        matchers: Which keys it names.
        action: What it does.
        field: What it says of a key.
        treatment: The treatment that follows.
        when: Conditions on other attributes, all of which must hold.
    """

    place: str
    matchers: tuple[re.Pattern[str], ...]
    action: Action
    field: CatalogueField
    treatment: Treatment
    when: tuple[tuple[str, object], ...]

    def names(self, key: str) -> bool:
        """Say whether the rule is about a key."""
        return any(matcher.fullmatch(key) for matcher in self.matchers)

    def holds(self, attributes: Mapping[str, object]) -> bool:
        """Say whether its conditions hold in an item."""
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
        rules = self._compiled("redaction.rules", config.rules)
        self._plain = {
            action: [rule for rule in rules if rule.action is action and not rule.when]
            for action in Action
        }
        self._conditional = [rule for rule in rules if rule.when]
        self._tenants = {
            tenant: self._compiled(f"redaction.tenants.{tenant}", own)
            for tenant, own in config.tenants.items()
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

    def rule_of(self, key: str) -> Rule | None:
        """Return the rule that decides on a key in every item, ``None`` if none does."""
        for action in (Action.REDACT, Action.CLASSIFY, Action.KEEP):
            for rule in self._plain[action]:
                if rule.names(key):
                    return rule
        return None

    def tightening(self, key: str) -> list[Rule]:
        """Return the rules that can only tighten a key: with conditions, or of a tenant."""
        rules = [*self._conditional, *(rule for own in self._tenants.values() for rule in own)]
        return [rule for rule in rules if rule.names(key)]

    def _decide(self, key: str) -> Decision:
        rule = self.rule_of(key)
        if rule is not None and rule.action is not Action.REDACT:
            return Decision(rule.field, rule.treatment)
        field = self._catalogue.classify(key)
        decision = Decision(field, self._treatments[field.content_class])
        if rule is None or decision.treatment is Treatment.DROP:
            return decision  # what is dropped anyway shows not even its length
        return Decision(rule.field, rule.treatment)

    def _tighten(self, decision: Decision, rule: Rule) -> Decision:
        if stricter(decision.treatment, rule.treatment) is decision.treatment:
            return decision
        # The rule says more of the value; it vouches for the key no more than it was before.
        origin = decision.field
        field = rule.field._replace(pattern=origin.pattern, conventions=origin.conventions)
        return Decision(field, rule.treatment)

    def _compiled(self, where: str, rules: "Iterable[KeyRule]") -> list[Rule]:
        return [self._compile(f"{where}.{index}", rule) for index, rule in enumerate(rules)]

    def _compile(self, place: str, rule: "KeyRule") -> Rule:
        content_class = rule.content_class or ContentClass.UNKNOWN
        treatment = {
            Action.KEEP: Treatment.DETECT,
            Action.REDACT: Treatment.MARKER,
            Action.CLASSIFY: self._treatments[content_class],
        }[rule.action]
        origin = "" if rule.action is Action.REDACT else f"{RULE_ORIGIN}{rule.action}"
        field = CatalogueField(content_class, ValueFormat.TEXT, "", origin)
        matchers = tuple(key_matcher(pattern) for pattern in rule.keys)
        return Rule(place, matchers, rule.action, field, treatment, tuple(rule.when.items()))
