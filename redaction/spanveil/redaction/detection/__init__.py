"""Detection of secrets, structured personal data, names and places in text."""

from spanveil.redaction.detection._detector import Detector, Recognizer, shared_detector
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._patterns import Patterns
from spanveil.redaction.detection._scanner import TooManyHits

__all__ = ["Detector", "Finding", "Patterns", "Recognizer", "TooManyHits", "shared_detector"]
