"""`spanveil tag`: from a tenant's id to the tags that telemetry carries."""

from pathlib import Path

import click

from spanveil.config import ConfigError, SinkConfig, load, read_environment
from spanveil.context import KeyRing, TenantTag


@click.command()
@click.argument("tenant")
@click.option(
    "--config",
    "path",
    type=click.Path(path_type=Path),
    help="A spanveil.yaml [default: SPANVEIL_CONFIG].",
)
@click.option(
    "--sink", "sink_name", help="Print the tags as this sink of the configuration has them."
)
def tag(tenant: str, path: Path | None, sink_name: str | None) -> None:
    """Print the opaque tags of TENANT, one line for each live key, the current key first.

    The keys come from SPANVEIL_TAG_KEYS. After a rotation older telemetry still carries the tag of
    the older key, so search for all of them.

    \b
    Example:
      spanveil tag acme
      spanveil tag acme --config spanveil.yaml --sink shared
    """
    environment = read_environment()
    mode = environment.mode
    ring = KeyRing.configured(environment.tag_keys, mode=mode) or KeyRing.from_text("", mode=mode)
    try:
        tags = ring.tags(tenant)
    except ValueError as error:
        raise click.UsageError(f"TENANT: {error}") from None
    sink = None if sink_name is None else _sink(path or environment.config, sink_name)
    for made in tags:
        click.echo(_as_sink_has_it(made, sink).text)


def _sink(path: Path | None, name: str) -> SinkConfig:
    config = load(path)
    for sink in config.sinks:
        if sink.name == name:
            return sink
    known = ", ".join(sink.name for sink in config.sinks)
    raise ConfigError(path or "defaults", "sinks", f"a sink of that name; there are: {known}")


def _as_sink_has_it(made: TenantTag, sink: SinkConfig | None) -> TenantTag:
    if sink is None or sink.tag_key is None:
        return made
    return made.alias(sink.tag_key.get_secret_value().encode())
