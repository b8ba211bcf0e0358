"""All carriers of secrets."""

from typing import Final

from benchmarks.held_out._newcomer._secrets_drawn import DRAWN
from benchmarks.held_out._newcomer._secrets_files import FILES
from benchmarks.held_out._newcomer._secrets_wires import WIRES

SECRETS: Final = (*DRAWN, *FILES, *WIRES)
