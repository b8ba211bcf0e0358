"""What stands beside people where a place may stand, and is none."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def places(text: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == "LOCATION"]


@pytest.mark.parametrize(
    "text",
    [
        "Thanks to Ana Ruiz, some versions of OpenSSL build.",
        "Ana Ruiz wrote it; this file is part of GNU Binutils.",
        "Ana Ruiz: without even the implied warranty of MERCHANTABILITY or more",
        "Ana Ruiz fixed it in Python's parser.",
        "Ana Ruiz made use of GDBus.",
        "Ana Ruiz ported it from Cryptlib2.",
        "Copyright 2004 Ana Ruiz\nCopyright 2005,2008 Timothy Wall\n",
        "Copyright (c) 2011 Timothy Wall",
        "Oct 15, 2000 Matt Byron <matt@example.net>",
        "    Args:\n        address: A string or integer, the IP network 4 or 6 of Ana",
        "it has no MAC address as expected, but a 16-byte Address",
    ],
)
def test_no_place(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ana Ruiz of Kleinwusterwitz called", "Kleinwusterwitz"),
        ("Ana Ruiz, mayor of Kleinwusterwitz, called", "Kleinwusterwitz"),
        ("Ana Ruiz is out of Berlin", "Berlin"),
        ("Ana Ruiz lives in McAllen.", "McAllen"),
        ("Ana Ruiz lives in AllardVille.", "AllardVille"),
        ("my new address is 7 Oak Lane, Leeds", "7 Oak Lane, Leeds"),
        ("2011 Timothy Lane, Leeds LS1 4AP", "2011 Timothy Lane, Leeds LS1 4AP"),
    ],
)
def test_places_stay(text: str, place: str) -> None:
    assert place in places(text)
