"""`spanveil`: the list of verbs."""

import click

from spanveil.cli._group import VerbGroup

_VERBS = {
    "config": ("spanveil.cli._config:config", "Check a spanveil.yaml, or print its JSON Schema."),
    "detect": ("spanveil.cli._detect:detect", "Find sensitive text in labelled lines."),
    "explain": ("spanveil.cli._explain:explain", "Say what becomes of a telemetry key, and why."),
    "gateway": ("spanveil.gateway.command:gateway", "Take OTLP in, send redacted OTLP on."),
    "lint": ("spanveil.cli._lint:lint", "Find telemetry that flows into a decision."),
    "redact": ("spanveil.cli._redact:redact", "Redact text, JSON or OTLP."),
    "scan": ("spanveil.cli._scan:scan", "Report what is sensitive in files, without showing it."),
    "tag": ("spanveil.cli._tag:tag", "Print the opaque tags of a tenant, to search traces for."),
}
_EXTRAS = {"gateway": "gateway"}


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
      spanveil explain gen_ai.input.messages
      spanveil lint src
      SPANVEIL_TAG_KEYS=... spanveil tag acme
    """
