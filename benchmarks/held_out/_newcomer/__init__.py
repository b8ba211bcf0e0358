"""The eighth split, written as the hidden twin of the public set while detection was being mended.

Whoever wrote it had read the public set and the values of the seventh split, but no rule of detection
and no templates of other splits, save the seventh's lines of identifiers and payloads of agents, which
are not repeated. Labels follow the conventions of the public set: a
name without its title, an address as a whole, a date of birth alone, of a connection string only the
password, no handles, no identifiers of machines. Some thirty registries, forms of tokens and formats
of files are in no other split.

At the first look (seed 11, two fillings), of secrets and identifiers found whole, with the precision in
parentheses: identifiers 0.909 (1.000), prompts 0.970 (1.000), payloads 0.970 (0.986), secrets 0.902
(0.992), hard negatives touched 0.020. The rules before that day's mending, which its author had not seen
either: identifiers 0.907, prompts 0.965, payloads 0.964, secrets 0.870, hard negatives touched 0.020.
Since then its misses were mended by cause, so that it measures nothing unseen any more.
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
