"""The last split, written as one more hidden twin of the public set, to be measured once.

Whoever wrote it had read the public set and the format of another split's modules, but no rule of
detection, no engine's answer and no other split's templates. The trades are those of a platform for
hotels, pharmacies, lawyers, universities, sports clubs, farms, ports, film crews, charities and game
studios in Latin America, Africa, South-East Asia, the Nordics and North America. Labels follow the
conventions of the public set: a name without its title, an address as a whole, a date of birth alone, of
a connection string or an address of the web only the secret part, no handles, no identifiers of
machines. Some ways of drawing values are those of ``_stranger``, some of whose layouts the author had
seen too.

Full recall at the first look (seed 11, two fillings; precision in brackets): identifiers 0.901 (0.997),
prompts 0.942 (0.986), payloads 1.000 (1.000), secrets 0.958 (0.993), hard negatives touched 0.021. The
rules of that morning: identifiers 0.838 (0.997), prompts 0.912 (0.985), payloads 0.994 (1.000), secrets
0.944 (0.993), hard negatives touched 0.021.
"""

from benchmarks.held_out._guest._identifiers import FORMS, LABELS, LINES
from benchmarks.held_out._guest._negatives import NEGATIVES
from benchmarks.held_out._guest._payloads import PAYLOADS
from benchmarks.held_out._guest._prompts import PROMPTS
from benchmarks.held_out._guest._secrets import SECRETS
from benchmarks.held_out._guest._tokens import KINDS, NEGATIVE_KINDS
from benchmarks.held_out._guest._values import MORE, TYPES

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
