"""Four numbers between dots that are a version, and those that are an address."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector(names=False)


@pytest.mark.parametrize(
    "text",
    [
        '{"version": "1.2.3.4", "build": 714254}',
        "Fixes since 1.5.4.7",
        "This fix was first merged to 1.6.2.1.",
        "GCC 2.95 and GCC 2.7.2.3 were removed",
        "upgrade from 1.2.3.4 to 1.2.3.5",
        "upgraded libfoo to 2.0.1.14",
        "EC 1.1.1.1 alcohol dehydrogenase",
    ],
)
def test_versions(text: str) -> None:
    assert DETECTOR.find(text) == ()


@pytest.mark.parametrize(
    "text",
    ["from 1.2.3.4 to 1.2.3.5", "ping 1.2.3.4", "updated to 84.12.33.7", "client since 84.12.33.7"],
)
def test_addresses(text: str) -> None:
    assert DETECTOR.find(text) != ()
