"""`spanveil config`: check a configuration before a service starts with it."""

import json
from pathlib import Path

import click

from spanveil.config import Config, load, read_environment


@click.group()
def config() -> None:
    """Check a spanveil.yaml, or print its JSON Schema."""


@config.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--url", help="Say what a request to this URL would carry, and why.")
def check(path: Path | None, url: str | None) -> None:
    """Validate PATH [default: SPANVEIL_CONFIG, else the built-in defaults].

    Prints what is in force. A fault is named by file, key and what was expected, never by value;
    the exit code is then 2.

    \b
    Example:
      spanveil config check spanveil.yaml
      spanveil config check spanveil.yaml --url https://api.openai.com/v1/responses
    """
    chosen = path or read_environment().config
    checked = load(chosen)
    click.echo(f"{chosen or 'built-in defaults'}: valid")
    for sink in checked.sinks:
        endpoint = sink.endpoint or "OTEL_EXPORTER_OTLP_ENDPOINT"
        keyed = ", tags re-keyed" if sink.tag_key else ""
        click.echo(
            f"  sink {sink.name}: {sink.protocol} to {endpoint}, profile {sink.profile}{keyed}"
        )
    click.echo(f"  tenant tag: attribute {checked.tenant.attribute}")
    if url is not None:
        # The other uses of this verb need no propagator.
        from spanveil.propagators import explain_destination

        for line in explain_destination(checked.propagation, url).lines():
            click.echo(line)


@config.command()
def schema() -> None:
    """Print the JSON Schema of spanveil.yaml, for an editor's completion and checks.

    \b
    Example:
      spanveil config schema > spanveil.schema.json
    """
    click.echo(json.dumps(Config.model_json_schema(), indent=2))
