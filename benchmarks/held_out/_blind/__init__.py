"""The sixth split, whole, written by somebody who had read none of the rules and none of the words of detection.

It stands for what nothing was mended on. Carriers of secrets, tokens, prompts, payloads, layouts and
most registries are of no other split; numbers of registries carry right check digits. It holds more
kinds than detection names: what is missed of those counts as missed.
"""

from benchmarks.held_out._blind._identifiers import FORMS, LABELS, MORE
from benchmarks.held_out._blind._negatives import NEGATIVES
from benchmarks.held_out._blind._payloads import PAYLOADS
from benchmarks.held_out._blind._prompts import PROMPTS
from benchmarks.held_out._blind._secrets import SECRETS
from benchmarks.held_out._blind._tokens import KINDS

__all__ = ["FORMS", "KINDS", "LABELS", "MORE", "NEGATIVES", "PAYLOADS", "PROMPTS", "SECRETS"]
