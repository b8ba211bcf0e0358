"""The ninth split, written as another hidden twin of the public set, to be measured once.

Whoever wrote it had read the public set and the values of the seventh and eighth splits, but no rule
of detection, no engine's answer and no templates of other splits, save for the format the seventh's
payloads of agents and some lines of its prompts and talk. Labels follow the conventions of the
public set: a name without its title, an address as a whole, a date of birth alone, of a connection
string or an address of the web only the secret part, no handles, no identifiers of
machines. Twenty-nine of its thirty-eight registries and more than a hundred of its kinds of secrets
are in no other whole split. Numbers and tokens are drawn when the sets are written.

Full recall at the first look (seed 11, two fillings; precision in brackets): identifiers 0.877 (1.000),
prompts 0.962 (0.989), payloads 0.981 (1.000), secrets 0.920 (0.992), hard negatives touched 0.005. The
rules before that day's mending: identifiers 0.872 (1.000), prompts 0.923 (0.989), payloads 0.963
(1.000), secrets 0.889 (0.992), hard negatives touched 0.010.
"""

from benchmarks.held_out._visitor._identifiers import FORMS, LABELS, LINES
from benchmarks.held_out._visitor._negatives import NEGATIVES
from benchmarks.held_out._visitor._payloads import PAYLOADS
from benchmarks.held_out._visitor._prompts import PROMPTS
from benchmarks.held_out._visitor._secrets import SECRETS
from benchmarks.held_out._visitor._tokens import KINDS, NEGATIVE_KINDS
from benchmarks.held_out._visitor._values import MORE, TYPES

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
