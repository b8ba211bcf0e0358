"""Carriers of secrets: ``(text, kind)``; the secret stands at ``@@``."""

from typing import Final

from benchmarks.held_out._visitor._secrets_commands import COMMANDS
from benchmarks.held_out._visitor._secrets_files import FILES
from benchmarks.held_out._visitor._secrets_known import KNOWN
from benchmarks.held_out._visitor._secrets_talk import TALK

SECRETS: Final = (*TALK, *COMMANDS, *FILES, *KNOWN)
