"""Carriers of secrets: ``(text, kind)``; the secret stands at ``@@``."""

from typing import Final

from benchmarks.held_out._stranger._secrets_devices import DEVICES
from benchmarks.held_out._stranger._secrets_files import FILES
from benchmarks.held_out._stranger._secrets_services import SERVICES
from benchmarks.held_out._stranger._secrets_talk import TALK
from benchmarks.held_out._stranger._secrets_wires import WIRES

SECRETS: Final = (*TALK, *FILES, *WIRES, *DEVICES, *SERVICES)
