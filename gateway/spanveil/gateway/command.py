"""`spanveil gateway`."""

from pathlib import Path

import click

from spanveil.config import Config, ConfigError, load, read_environment, validate

_COMMAND_LINE = "command line"


@click.command(name="gateway", context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--config",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A spanveil.yaml; SPANVEIL_CONFIG if not given.",
)
@click.option("--listen-grpc", metavar="HOST:PORT", help="OTLP/gRPC  [default: 127.0.0.1:4317]")
@click.option("--listen-http", metavar="HOST:PORT", help="OTLP/HTTP  [default: 127.0.0.1:4318]")
@click.option(
    "--sink",
    "sinks",
    metavar="URL",
    multiple=True,
    help="grpc://, grpcs://, http:// or https:// with HOST:PORT, or file:///PATH. Repeatable.",
)
@click.option("--profile", help="Redaction profile of the --sink options  [default: shared]")
@click.option("--no-disk", is_flag=True, help="Acknowledge after the sinks, without a queue.")
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Directory of the durable queue  [default: spanveil-data]",
)
def gateway(
    path: Path | None,
    listen_grpc: str | None,
    listen_http: str | None,
    sinks: tuple[str, ...],
    profile: str | None,
    no_disk: bool,
    data_dir: Path | None,
) -> None:
    """Take OTLP in, send redacted OTLP on.

    Every request is redacted, then made durable, then acknowledged. SIGHUP reloads the
    configuration, SIGTERM drains. Health, metrics and an admin page: http://127.0.0.1:13133/

    \b
    Examples:
      spanveil gateway --config spanveil.yaml
      spanveil gateway --listen-grpc 127.0.0.1:4317 --listen-http 127.0.0.1:4318 \\
          --sink grpc://collector.internal:4317
      spanveil gateway --sink https://traces.example/otlp --profile strict
      spanveil gateway --sink file:///var/log/otlp.jsonl --no-disk
    """
    if no_disk and data_dir is not None:
        raise click.UsageError("--no-disk and --data-dir exclude each other")

    def configured() -> Config:
        base = load(path or read_environment().config)
        document = _overridden(base, listen_grpc, listen_http, sinks, profile, no_disk, data_dir)
        return base if document is None else _merged(base, document)

    # Imported here, so that `--help` and a wrong option need no server.
    from spanveil.context import KeyRingError
    from spanveil.gateway._run import serve

    try:
        config = configured()
        if not config.gateway.sinks:
            raise ConfigError(_COMMAND_LINE, "", "--sink URL, or gateway.sinks in a configuration")
        serve(config, configured)
    except (ConfigError, KeyRingError) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        reason = str(error) if error.errno is None else (error.strerror or "I/O error")
        raise click.ClickException(reason) from None


def _overridden(
    base: Config,
    listen_grpc: str | None,
    listen_http: str | None,
    sinks: tuple[str, ...],
    profile: str | None,
    no_disk: bool,
    data_dir: Path | None,
) -> dict[str, object] | None:
    if profile is not None and not sinks:
        raise ConfigError(_COMMAND_LINE, "--profile", "a --sink that it applies to")
    changes: dict[str, object] = {}
    addresses = {"grpc": listen_grpc, "http": listen_http}
    given = {name: address for name, address in addresses.items() if address is not None}
    if given:
        changes["receivers"] = given
    if sinks:
        changes["sinks"] = [
            {
                "name": "shared" if number == 0 else f"shared-{number}",
                "url": url,
                "profile": profile or "shared",
            }
            for number, url in enumerate(sinks)
        ]
    if no_disk:
        changes["queue"] = {"directory": None}
    elif data_dir is not None:
        changes["queue"] = {"directory": data_dir}
    return changes or None


def _merged(base: Config, changes: dict[str, object]) -> Config:
    # Validated by itself first, for errors that name the option's key.
    parts = validate({"gateway": changes}, _COMMAND_LINE).gateway
    update: dict[str, object] = {}
    for name, value in changes.items():
        part = getattr(parts, name)
        if isinstance(value, dict):
            part = getattr(base.gateway, name).model_copy(
                update={key: getattr(part, key) for key in value}
            )
        update[name] = part
    return base.model_copy(update={"gateway": base.gateway.model_copy(update=update)})
