"""All carriers of secrets: ``(text, kind)``; the secret stands at ``@@``."""

from typing import Final

from benchmarks.held_out._pilgrim._secrets_code import CODE
from benchmarks.held_out._pilgrim._secrets_files import FILES
from benchmarks.held_out._pilgrim._secrets_talk import TALK

SECRETS: Final[tuple[tuple[str, str], ...]] = (*FILES, *CODE, *TALK)
