"""Names and places without a shortcut: what the shortcuts are held against."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest

from spanveil.redaction.detection import _name_judge as judge
from spanveil.redaction.detection import _named_again as again
from spanveil.redaction.detection import _people as people
from spanveil.redaction.detection._spelling import NAME, UPPER
from spanveil.redaction.detection._towns import IN_PLACE

_BEHIND = "(?<![\\w@/.-].)(?<!\\w['\\u2019].)"
PLAIN_NAME = re.compile("(?<![\\w@/.-])(?<!\\w['\\u2019])" + NAME.pattern.replace(_BEHIND, "", 1))
PLAIN_ALONE = re.compile(rf"(?<![\w@.-])[{UPPER}][^\W\d_]{{2,64}}(?![\w@-])")


def _in_places(text: str, runs: object) -> Iterator[re.Match[str]]:
    return IN_PLACE.finditer(text)


def _places_of(names: Iterable[str], text: str, *others: object) -> Iterator[tuple[int, int]]:
    return (match.span() for match in PLAIN_ALONE.finditer(text) if match[0] in set(names))


class _Everything:
    def __contains__(self, item: object) -> bool:
        return True


@contextmanager
def no_shortcuts() -> Iterator[None]:
    """Look for names and places with the expressions alone, at every place."""
    assert NAME.pattern.count(_BEHIND) == 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people, "NAME", PLAIN_NAME)
        patch.setattr(people, "in_places", _in_places)
        patch.setattr(again, "_places_of", _places_of)
        patch.setattr(again, "_each_place", _places_of)
        patch.setattr(judge, "may_be_place", lambda name: True)
        patch.setattr(judge, "TOWN_LEADS", _Everything())
        yield
