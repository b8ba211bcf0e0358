"""What differs between the OpenTelemetry SDKs that the tests run with."""

from importlib.metadata import version
from typing import Final

SDK: Final = tuple(int(part) for part in version("opentelemetry-sdk").split(".")[:2])
RICH_ATTRIBUTES: Final = SDK >= (1, 45)
"""Whether attributes can hold bytes, maps and mixed lists; before, the SDK leaves them out."""
