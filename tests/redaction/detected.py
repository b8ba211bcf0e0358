"""The shipped detector, and whether it finds a value of a text."""

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def is_covered(text: str, value: str) -> bool:
    """Say whether no letter or digit of a value stays, at its first place in a text."""
    start = text.index(value)
    found = {place for each in DETECTOR.find(text) for place in range(each.start, each.end)}
    return found.issuperset(
        place for place in range(start, start + len(value)) if text[place].isalnum()
    )
