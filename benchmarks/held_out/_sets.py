"""The sets: templates filled with people, numbers and secrets from a seed."""

import json
import random
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any, Final

from benchmarks.held_out import (
    _blind,
    _caller,
    _fresh,
    _guest,
    _later,
    _negatives,
    _newcomer,
    _outside,
    _payloads,
    _pilgrim,
    _prompts,
    _secrets,
    _stranger,
    _unseen,
    _visitor,
)
from benchmarks.held_out._identifiers import IDENTIFIERS
from benchmarks.held_out._marks import Labelled, mark, unmark
from benchmarks.held_out._people import Person

SPLITS: Final = (
    "development",
    "sealed",
    "fresh",
    "later",
    "unseen",
    "blind",
    "outside",
    "newcomer",
    "visitor",
    "stranger",
    "guest",
    "caller",
    "pilgrim",
)
_WHOLE: Final = {  # with prompts, payloads and identifiers too
    "unseen": _unseen,
    "blind": _blind,
    "outside": _outside,
    "newcomer": _newcomer,
    "visitor": _visitor,
    "stranger": _stranger,
    "guest": _guest,
    "caller": _caller,
    "pilgrim": _pilgrim,
}
_FILES: Final = {"fresh": _fresh, "later": _later, **_WHOLE}
_SLOT: Final = re.compile(r"<<([A-Za-z_]+?)([0-9]?)(?::([a-z]{2}_[A-Z]{2}))?>>")
_FOUND_BESIDE: Final = re.compile(
    r"(?P<IP_ADDRESS>\b(?!0)\d{1,3}(?:\.\d{1,3}){3}\b)|(?P<EMAIL_ADDRESS>[\w.]+(?:%40|(?<!@)@(?!@))[\w-]+\.[a-z.]+[a-z])"
)
_PERSONAL: Final = {"full": "PERSON", "first": "PERSON", "last": "PERSON"}
_DRAWN: Final = {
    "email": ("EMAIL_ADDRESS", Person.email),
    "phone": ("PHONE_NUMBER", Person.phone),
    "address": ("LOCATION", Person.address),
    "street": ("LOCATION", lambda person: str(person.fake.street_address()).split("\n")[0]),
    "city": ("LOCATION", Person.city),
    "birth": ("DATE_OF_BIRTH", Person.birth),
}


class _Filler:
    """Fill the slots of one document; the same slot is the same value throughout."""

    def __init__(self, rng: random.Random, split: str) -> None:
        self._rng = rng
        self._drawn: ModuleType = _WHOLE.get(split, _unseen)
        self._people: dict[tuple[str, str], Person] = {}
        self._values: dict[str, str] = {}
        self._locale = ""

    def __call__(self, template: str) -> str:
        for locale in re.findall(r"<<\w+?:([a-z]{2}_[A-Z]{2})>>", template):
            self._locale = locale
        return _SLOT.sub(self._value, template)

    def _value(self, match: re.Match[str]) -> str:
        if match[0] not in self._values:
            self._values[match[0]] = self._draw(match[1], match[2], match[3] or self._locale)
        return self._values[match[0]]

    def _draw(self, name: str, number: str, locale: str) -> str:
        if name == "KEY":
            return mark("SECRET", _secrets.KINDS["random40"](self._rng))
        if name.startswith("SECRET_"):
            return mark("SECRET", self._drawn.KINDS[name.removeprefix("SECRET_")](self._rng))
        if name.startswith("PLAIN_"):  # looks like a secret, and is none
            return str(self._drawn.KINDS[name.removeprefix("PLAIN_")](self._rng))
        if name in self._drawn.MORE:
            entity = getattr(self._drawn, "TYPES", {}).get(name, name)
            return mark(entity, self._drawn.MORE[name](self._rng))
        person = self._people.setdefault((number, locale), Person(self._rng, locale))
        if name in _PERSONAL:
            return mark("PERSON", getattr(person, name))
        entity, draw = _DRAWN[name]
        return mark(entity, draw(person))


def _templates(module: ModuleType, split: str) -> tuple[Any, ...]:
    if whole := _WHOLE.get(split):
        templates: tuple[Any, ...] = whole.PROMPTS if module is _prompts else whole.PAYLOADS
        return templates
    return getattr(module, split.upper(), ())


def _prompts_set(rng: random.Random, split: str, count: int) -> Iterator[Labelled]:
    for template in _templates(_prompts, split) * count:
        yield unmark(_Filler(rng, split)(template))


def _structured_set(rng: random.Random, split: str, count: int) -> Iterator[Labelled]:
    if whole := _WHOLE.get(split):
        yield from _keyed_identifiers(rng, whole, count)
        for line in getattr(whole, "LINES", ()) * count:
            yield unmark(_Filler(rng, split)(line))
    if split in _FILES:
        return
    forms = _prompts.IDENTIFIER_FORMS if split == "development" else _prompts.SEALED_FORMS
    for entity, labels in _prompts.LABELS.items():
        for index in range(count * len(forms)):
            form, label = forms[index % len(forms)], rng.choice(labels)
            value = mark(entity, IDENTIFIERS[entity](rng))
            yield unmark(form.format(label=label, value=value))


def _keyed_identifiers(rng: random.Random, split: ModuleType, count: int) -> Iterator[Labelled]:
    for entity, (label, key) in split.LABELS.items():
        for form in split.FORMS * count:
            value = mark(entity, split.MORE[entity](rng))
            yield unmark(form.format(label=label, key=key, value=value))


def _payloads_set(rng: random.Random, split: str, count: int) -> Iterator[Labelled]:
    for shape in _templates(_payloads, split) * count:
        fill = _Filler(rng, split)
        payload = json.loads(fill(json.dumps(shape)))
        form = rng.randrange(4)
        text = json.dumps(payload, ensure_ascii=form == 1, indent=2 if form == 2 else None)
        if form == 3:  # a tool's answer as a string in a message
            text = json.dumps({"role": "tool", "content": text})
        yield unmark(text)


def _secrets_set(rng: random.Random, split: str, count: int) -> Iterator[Labelled]:
    if split in _FILES:
        for template, kind in _FILES[split].SECRETS * count:
            secret = mark("SECRET", _WHOLE.get(split, _unseen).KINDS[kind](rng))
            # What else is sensitive in a template is no false alarm.
            template = _FOUND_BESIDE.sub(
                lambda match: mark(match.lastgroup or "", match[0]), template
            )
            yield unmark(_Filler(rng, split)(template.replace("@@", secret, 1)))
        return
    forms = _secrets.TOKEN_FORMS if split == "development" else _secrets.SEALED_FORMS
    for _ in range(count):
        for kind in _secrets.TOKENS:
            secret = _secrets.KINDS[kind](rng)
            form = rng.choice(forms).replace("{s!r}", "'{s}'")
            yield unmark(form.format(s=mark("SECRET", secret)))
        for template, kind in _templates(_secrets, split):
            secret = _secrets.KINDS[kind](rng)
            if template.startswith("{") and "\n" in secret:
                secret = secret.replace("\n", "\\n")
            yield unmark(template.replace("@@", mark("SECRET", secret), 1))


def _negatives_set(rng: random.Random, split: str, count: int) -> Iterator[Labelled]:
    templates = _FILES[split].NEGATIVES if split in _FILES else _templates(_negatives, split)
    kinds = _negatives.KINDS | getattr(_FILES.get(split), "NEGATIVE_KINDS", {})
    for template in templates * count:
        text = re.sub(r"<<(\w+)>>", lambda match: kinds[match[1]](rng), template)
        yield Labelled(text, [])


SETS: Final = {
    "prompts": _prompts_set,
    "structured": _structured_set,
    "payloads": _payloads_set,
    "secrets": _secrets_set,
    "negatives": _negatives_set,
}


def make(name: str, *, split: str, seed: int, count: int = 1) -> list[Labelled]:
    """Return a set.

    Args:
        name: One of ``SETS``.
        split: ``development``, which detection was mended on, or another, each written before its
            first look; ``fresh`` and ``later`` have only secrets and negatives.
        seed: The same seed makes the same texts.
        count: How often each template is filled.
    """
    rng = random.Random(f"{name} {split} {seed}")  # noqa: S311 - nothing is protected by it
    return list(SETS[name](rng, split, count))
