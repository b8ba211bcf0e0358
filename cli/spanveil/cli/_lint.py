"""`spanveil lint`: telemetry that flows into an authorization decision."""

from pathlib import Path

import click

from spanveil.testing.lint import Options, lint_paths, render_json, render_sarif, render_text

_RENDERERS = {"text": render_text, "json": render_json, "sarif": render_sarif}


@click.command()
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="PATH...",
)
@click.option(
    "--format", "form", type=click.Choice(sorted(_RENDERERS)), default="text", show_default=True
)
@click.option("--output", type=click.Path(path_type=Path), help="Write there, not to the terminal.")
@click.option("--decision", multiple=True, metavar="NAME", help="A function of yours that decides.")
@click.option(
    "--verifier", multiple=True, metavar="NAME", help="A function whose result is verified."
)
@click.option(
    "--policy", multiple=True, metavar="GLOB", help="Modules that may not reach telemetry at all."
)
@click.option("--exclude", multiple=True, metavar="GLOB", help="Files and folders to leave out.")
@click.pass_context
def lint(
    context: click.Context,
    paths: tuple[Path, ...],
    form: str,
    output: Path | None,
    decision: tuple[str, ...],
    verifier: tuple[str, ...],
    policy: tuple[str, ...],
    exclude: tuple[str, ...],
) -> None:
    """Find telemetry that flows into an authorization decision in the Python files of PATH.

    Telemetry is baggage, spans and their attributes, trace state, headers and extracted carriers.
    A finding that is safe is allowed by a comment with a reason on its line or the line above:

    \b
      # spanveil: allow[SV102] the header only picks the colour of the page

    Exit code: 0 nothing found, 1 findings, 2 something could not be analysed.

    \b
    Example:
      spanveil lint src
      spanveil lint src --format sarif --output lint.sarif
    """
    options = Options(frozenset(decision), frozenset(verifier), policy, exclude)
    result = lint_paths(paths, options)
    rendered = _RENDERERS[form](result)
    if output is None:
        click.echo(rendered)
    else:
        try:
            output.write_text(rendered + "\n", "utf-8")
        except OSError as error:
            # A usage error, since exit code 1 says that there are findings.
            raise click.UsageError(f"--output: {error.strerror}") from None
    context.exit(2 if result.incomplete else 1 if result.open else 0)
