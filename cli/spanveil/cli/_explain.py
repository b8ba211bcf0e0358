"""`spanveil explain`: why a key is treated as it is."""

import click

from spanveil.config import SHIPPED_PROFILES, WORD_ORIGIN, Catalogue, Treatment, shipped_profile

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
def explain(key: str, profile: str) -> None:
    """Say which class KEY has, which row or word says so, and what a profile does with it.

    \b
    Example:
      spanveil explain gen_ai.input.messages
      spanveil explain smtp.password --profile strict
    """
    field = Catalogue.shipped().classify(key)
    treatment = shipped_profile(profile).treatments[field.content_class]
    click.echo(f"class      {field.content_class}")
    click.echo(f"because    {_reason(field.pattern, field.conventions)}")
    click.echo(f"profile    {profile}")
    click.echo(f"treatment  {treatment}: {_MEANING[treatment]}")


def _reason(pattern: str, origin: str) -> str:
    if pattern:
        return f"the catalogue's row {pattern} ({origin})"
    if origin.startswith(WORD_ORIGIN):
        return f"the word {origin.removeprefix(WORD_ORIGIN)!r} of the key; no row names the key"
    return "no row names the key and none of its words says what it holds"
