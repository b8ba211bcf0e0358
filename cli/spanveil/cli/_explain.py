"""`spanveil explain`: why a key is treated as it is."""

from pathlib import Path

import click

from spanveil.config import SHIPPED_PROFILES, Treatment, load, read_environment, shipped_profile
from spanveil.redaction import explain_key

_MEANING = {
    Treatment.KEEP: "kept while it looks like a label; secrets and personal data in it go",
    Treatment.DETECT: "kept without the entities and secrets found in it",
    Treatment.TOKEN: "one word, a flag or a short number is kept; anything else becomes a marker",
    Treatment.SKELETON: "structure, roles, tool names and sizes are kept; text becomes markers",
    Treatment.TRACEBACK: "types, modules, lines and functions are kept; messages become markers",
    Treatment.SOURCE: "a source file's path within its package is kept, under code.* keys alone",
    Treatment.URL: "scheme, port and route are kept; the host becomes a pseudonym",
    Treatment.SQL: "the statement is kept without its literals",
    Treatment.HEADER: "the known products of a User-Agent are kept; any other header is replaced",
    Treatment.PSEUDONYM: "replaced by a keyed pseudonym; equal values stay equal",
    Treatment.MARKER: "replaced by its class and length",
    Treatment.DROP: "replaced by a fixed text",
}


@click.command()
@click.argument("key")
@click.option(
    "--profile",
    type=click.Choice(SHIPPED_PROFILES),
    default="shared",
    show_default=True,
    help="The profile of the sink.",
)
@click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path),
    help="A spanveil.yaml with rules [default: SPANVEIL_CONFIG].",
)
def explain(key: str, profile: str, config_path: Path | None) -> None:
    """Say which class KEY has, which rule, row or word says so, and what a profile does with it.

    \b
    Example:
      spanveil explain gen_ai.input.messages
      spanveil explain smtp.password --profile strict
      spanveil explain myapp.order.note --config spanveil.yaml
    """
    config = load(config_path or read_environment().config)
    found = explain_key(config.redaction, shipped_profile(profile), key)
    click.echo(f"class      {found.content_class}")
    click.echo(f"because    {found.because}")
    click.echo(f"profile    {profile}")
    click.echo(f"treatment  {found.treatment}: {_MEANING[found.treatment]}")
    click.echo(f"key        {_shown(key, found.shown)}")
    for rule in found.tightened_by:
        click.echo(f"tighter    by {rule}")


def _shown(key: str, shown: str | None) -> str:
    if shown == key:
        return "shown as it is"
    return f"shown as {shown}" if shown else "replaced by a marker: it could carry content"
