"""The seventh split, by two people outside, who had read neither the rules of detection nor other splits' texts.

Prompts, payloads, hard negatives and identifiers in the layouts of agents' telemetry: people of many
cultures introduced in many manners, registries of some fifty countries with right check digits, and
each value in several of its written forms. Labels follow the conventions of the public evaluation set:
a name without its title, an address as a whole, a date of birth alone, no handles. Carriers of secrets
and tokens are of kinds that no other split has asked for; some negatives speak of secrets and hold none.

Full recall at the first look (seed 11, two fillings; precision in brackets): identifiers 0.984
(1.000), prompts 0.904 (0.993), payloads 0.933 (0.984), secrets 0.900 (0.989), hard negatives touched
0.021 and, of those that speak of secrets, 0.008. Labels that could be argued about were then put
right, without regard to detection: a booking reference, two streets that were but the number of a
flat, loopback addresses and a city among the secrets. After that: prompts 0.905 (0.993), payloads
0.933 (0.988), secrets 0.900 (0.992), which is carriers 0.943 (0.988), prefixed tokens with no word
beside them 0.782 (1.000) and named keys 0.953 (1.000).
"""

from typing import Final

from benchmarks.held_out._outside._identifiers import FORMS, LABELS, LINES, MORE
from benchmarks.held_out._outside._negatives import NEGATIVE_KINDS as _PLAIN_KINDS
from benchmarks.held_out._outside._negatives import NEGATIVES as _PLAIN_NEGATIVES
from benchmarks.held_out._outside._payloads import PAYLOADS
from benchmarks.held_out._outside._prompts import PROMPTS
from benchmarks.held_out._outside._secrets import SECRETS
from benchmarks.held_out._outside._secrets_negatives import SECRET_NEGATIVES
from benchmarks.held_out._outside._tokens import KINDS
from benchmarks.held_out._outside._values import TYPES

NEGATIVES: Final = (*_PLAIN_NEGATIVES, *SECRET_NEGATIVES)
NEGATIVE_KINDS: Final = KINDS | _PLAIN_KINDS

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
