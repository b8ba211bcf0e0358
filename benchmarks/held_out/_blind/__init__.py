"""The sixth split, whole, by somebody who had read none of the rules and none of the words of detection.

It stands for what nothing was mended on. Carriers of secrets, tokens, prompts, payloads, layouts and
most registries are of no other split; numbers of new registries carry right check digits. It holds
more kinds than detection names: what is missed of those counts as missed.

Full recall at the first look (seed 11, two fillings; precision in brackets): identifiers 0.565
(0.999), prompts 0.782 (0.997), payloads 0.826 (0.997), secrets 0.735 (0.990), hard negatives
touched 0.162. Forms of seven kinds of secrets were then put right, without regard to detection:
secrets 0.746 (0.990).
"""

from benchmarks.held_out._blind._identifiers import FORMS, LABELS, MORE
from benchmarks.held_out._blind._negatives import NEGATIVES
from benchmarks.held_out._blind._payloads import PAYLOADS
from benchmarks.held_out._blind._prompts import PROMPTS
from benchmarks.held_out._blind._secrets import SECRETS
from benchmarks.held_out._blind._tokens import KINDS

__all__ = ["FORMS", "KINDS", "LABELS", "MORE", "NEGATIVES", "PAYLOADS", "PROMPTS", "SECRETS"]
