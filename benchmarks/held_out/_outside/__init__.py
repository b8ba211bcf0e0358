"""The seventh split, by somebody outside, who had read neither the rules of detection nor any other split's texts.

Prompts, payloads, hard negatives and identifiers in the layouts of agents' telemetry: people of many
cultures introduced in many manners, registries of some fifty countries with right check digits, and
each value in several of its written forms. Labels follow the conventions of the public evaluation set:
a name without its title, an address as a whole, a date of birth alone, no handles.

Full recall at the first look (seed 11, two fillings; precision in brackets): identifiers 0.984
(1.000), prompts 0.904 (0.993), payloads 0.933 (0.984), hard negatives touched 0.021. Three labels
that could be argued about were then put right, without regard to detection: a booking reference, and
two streets that were but the number of a flat. After that: prompts 0.905 (0.993), payloads 0.933 (0.988).
"""

from typing import Final

from benchmarks.held_out._outside._identifiers import FORMS, LABELS, LINES, MORE
from benchmarks.held_out._outside._negatives import NEGATIVE_KINDS, NEGATIVES
from benchmarks.held_out._outside._payloads import PAYLOADS
from benchmarks.held_out._outside._prompts import PROMPTS
from benchmarks.held_out._outside._sums import Draw
from benchmarks.held_out._outside._values import TYPES

SECRETS: Final[tuple[tuple[str, str], ...]] = ()
KINDS: Final[dict[str, Draw]] = {}

__all__ = [
    "FORMS",
    "KINDS",
    "LABELS",
    "LINES",
    "MORE",
    "NEGATIVES",
    "NEGATIVE_KINDS",
    "PAYLOADS",
    "PROMPTS",
    "SECRETS",
    "TYPES",
]
