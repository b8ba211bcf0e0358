"""`spanveil`: the list of verbs."""

import click

from spanveil.cli._group import VerbGroup

_VERBS = {
    "config": ("spanveil.cli._config:config", "Check a spanveil.yaml, or print its JSON Schema."),
    "tag": ("spanveil.cli._tag:tag", "Print the opaque tags of a tenant, to search traces for."),
}
_EXTRAS: dict[str, str] = {}


@click.group(
    cls=VerbGroup,
    verbs=_VERBS,
    extras=_EXTRAS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="spanveil")
def main() -> None:
    """Keep one tenant's prompts, tool payloads and identity out of shared telemetry sinks.

    \b
    Example:
      spanveil config check spanveil.yaml
      SPANVEIL_TAG_KEYS=... spanveil tag acme
    """
