"""The tenth split, written as another hidden twin of the public set, to be measured once.

Whoever wrote it had read the public set, but no rule of detection, no engine's answer and no templates
or registries of other splits, save for the head of the ninth's modules, whose format this one has. The
trades are those of a systems house: claims, provisioning of lines, clinics, depots, shared services,
councils, banks, schools, landlords, travel desks, utilities and gig platforms, in some fifty languages.
Labels follow the conventions of the public set: a name without its title, an address as a whole, a date
of birth alone, of a connection string or an address of the web only the secret part, no handles, no
identifiers of machines. Numbers and tokens are drawn when the sets are written. Two people wrote it,
one the secrets and the negatives.

Full recall at the first look (seed 11, two fillings; precision in brackets): identifiers 0.745 (0.983),
prompts 0.841 (0.990), payloads 0.887 (0.981), secrets 0.925 (0.995), hard negatives touched 0. Two of the
six layouts of identifiers account for nine in ten misses there: a value below a heading of its own, and
one whose label comes at the end of the sentence, behind other words.
"""

from benchmarks.held_out._stranger._identifiers import FORMS, LABELS, LINES
from benchmarks.held_out._stranger._negatives import NEGATIVES
from benchmarks.held_out._stranger._payloads import PAYLOADS
from benchmarks.held_out._stranger._prompts import PROMPTS
from benchmarks.held_out._stranger._secrets import SECRETS
from benchmarks.held_out._stranger._tokens import KINDS, NEGATIVE_KINDS
from benchmarks.held_out._stranger._values import MORE, TYPES

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
