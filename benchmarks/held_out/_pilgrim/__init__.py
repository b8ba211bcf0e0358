"""Another split, written as one more hidden twin of the public set, to be measured once.

Whoever wrote it had read the public set and how a split's lists are filled, the latter from the first
dozen lines of each of ``_guest``'s modules, but no rule of detection, no engine's answer, no measurement
by kind and no other split's templates. The worlds are those of makers of tools for developers and their
on-call chats, of banks in the pocket, returned parcels, travel, museums, energy, freight, dating,
schools, offices of immigration, laboratories and deliveries of food, in five continents. Labels follow
the conventions of the public set: a name without its title, an address as a whole, a town where
somebody or something is, a date of birth alone, of a connection string or an address of the web only
the secret part. Orders, bookings, invoices, samples and identifiers of machines have no label, and
neither do companies and logins.

Full recall at the first look (seed 11, two fillings; precision in brackets): identifiers 0.930 (0.994),
prompts 0.891 (1.000), payloads 0.937 (1.000), secrets 0.979 (1.000), hard negatives touched 0. The rules
of that morning: identifiers 0.913 (0.994), prompts 0.863 (0.991), payloads 0.925 (1.000), secrets 0.975
(1.000), hard negatives touched 0.005.
"""

from benchmarks.held_out._pilgrim._labels import FORMS, LABELS
from benchmarks.held_out._pilgrim._lines import WEST
from benchmarks.held_out._pilgrim._lines_world import WORLD
from benchmarks.held_out._pilgrim._negatives_world import NEGATIVES
from benchmarks.held_out._pilgrim._payloads import PAYLOADS
from benchmarks.held_out._pilgrim._plain import NEGATIVE_KINDS
from benchmarks.held_out._pilgrim._prompts import PROMPTS_WEST
from benchmarks.held_out._pilgrim._prompts_world import PROMPTS_WORLD
from benchmarks.held_out._pilgrim._secrets import SECRETS
from benchmarks.held_out._pilgrim._tokens import KINDS
from benchmarks.held_out._pilgrim._values import MORE, TYPES

LINES = (*WEST, *WORLD)
PROMPTS = (*PROMPTS_WEST, *PROMPTS_WORLD)

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
