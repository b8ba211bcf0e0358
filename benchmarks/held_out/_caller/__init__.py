"""A split by somebody who makes a hidden twin of the public set, written without a look at detection.

Whoever wrote it had read the public set, the format of a split and, of one other split, the first
lines of its modules; no rule of detection and no answer of it. The trades are those of platforms for
telecom support, insurance claims, public transport, city administration, construction, dental clinics,
wineries, airlines, vets and payroll in Europe, South Asia, Turkey, the Middle East, Canada, Australia,
Japan and Korea. Labels follow the public set: a name without its title, an address as a whole, of a
connection string or an address of the web only the secret part.

Full recall at the first look (seed 11, two fillings; precision in brackets): identifiers 0.957 (0.998),
prompts 0.962 (0.994), payloads 0.948 (0.983), secrets 0.980 (0.994), hard negatives touched 0.013.
"""

from benchmarks.held_out._caller._labels import FORMS, LABELS
from benchmarks.held_out._caller._lines import LINES
from benchmarks.held_out._caller._negatives import NEGATIVES
from benchmarks.held_out._caller._payloads import PAYLOADS
from benchmarks.held_out._caller._plain import NEGATIVE_KINDS
from benchmarks.held_out._caller._prompts import PROMPTS
from benchmarks.held_out._caller._secrets_code import CODE
from benchmarks.held_out._caller._secrets_files import FILES
from benchmarks.held_out._caller._secrets_talk import TALK
from benchmarks.held_out._caller._tokens import KINDS
from benchmarks.held_out._caller._values import MORE, TYPES

SECRETS = FILES + CODE + TALK

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
