"""The environment that the demo runs in, whatever it was started in."""

import os
from collections.abc import Mapping
from typing import Final

# Variables of these families could send the (made-up) content somewhere else, switch a part off, or
# hide content at its source, and the run would then show something other than what it says.
_FAMILIES: Final = ("LANGCHAIN_", "LANGSMITH_", "OPENAI_", "OPENINFERENCE_", "OTEL_", "SPANVEIL_")

_SWITCHES: Final[Mapping[str, str]] = {
    # The switches at the source, all on: a platform does not control what a team's code records.
    "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT": "SPAN_ONLY",
    "OPENINFERENCE_HIDE_INPUTS": "false",
    "OPENINFERENCE_HIDE_OUTPUTS": "false",
    "LANGSMITH_TRACING": "false",  # else langchain-core would send traces off this machine
    "NO_PROXY": "127.0.0.1",
    "no_proxy": "127.0.0.1",
}


def prepare_environment() -> None:
    """Make the run independent of its surroundings. To be called before telemetry is imported."""
    for name in list(os.environ):
        if name.startswith(_FAMILIES):
            del os.environ[name]
    os.environ.update(_SWITCHES)
