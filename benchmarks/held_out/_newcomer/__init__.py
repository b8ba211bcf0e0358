"""The eighth split, written as the hidden twin of the public set while detection was being mended.

Whoever wrote it had read the public set and the values of the seventh split, but no rule of detection
and no templates of other splits, save the seventh's lines of identifiers and payloads of agents, which
are not repeated. Labels follow the conventions of the public set: a
name without its title, an address as a whole, a date of birth alone, of a connection string only the
password, no handles, no identifiers of machines. Some thirty registries, forms of tokens and formats
of files are in no other split.

It is meant to be measured once, at the end.
"""

from benchmarks.held_out._newcomer._identifiers import FORMS, LABELS, LINES
from benchmarks.held_out._newcomer._negatives import NEGATIVES
from benchmarks.held_out._newcomer._payloads import PAYLOADS
from benchmarks.held_out._newcomer._prompts import PROMPTS
from benchmarks.held_out._newcomer._secrets import SECRETS
from benchmarks.held_out._newcomer._tokens import KINDS, NEGATIVE_KINDS
from benchmarks.held_out._newcomer._values import MORE, TYPES

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
