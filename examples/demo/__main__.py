"""``python -m examples.demo``: exit code 0 says that the run proved what it should."""

import json
import sys
import traceback
from pathlib import Path
from typing import Final

import click

# The servers' processes import this module too: what is heavy is imported when it is used.
_DEFAULT_PAGE: Final = Path("out/demo.html")
_LOG_COLUMNS: Final = 120
_FILE: Final = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--unprotected", is_flag=True, help="Run the same agent without Spanveil.")
@click.option(
    "--html",
    type=_FILE,
    help=f"Where to write the page.  [default: {_DEFAULT_PAGE}; with --unprotected none]",
)
@click.option("--json", "summary", type=_FILE, help="Where to write names and counts.")
@click.option("--full", is_flag=True, help="Print every span and field.")
def main(*, unprotected: bool, html: Path | None, summary: Path | None, full: bool) -> None:
    """Run a real multi-tenant agent; compare what was recorded with what a shared sink received.

    Exit code 0: with Spanveil no planted canary reached the sink and operators kept every fact;
    with --unprotected, canaries did reach it. 1: the opposite. 2: the run could not show either.

    The page's left side shows the (made-up) content as it was recorded. With --unprotected both
    sides do, so a page is written only if a path is given.
    """
    from examples.demo._environment import prepare_environment
    from examples.demo._errors import DemoError

    prepare_environment()
    try:
        code = _run(
            unprotected=unprotected,
            page=html or (None if unprotected else _DEFAULT_PAGE),
            summary=summary,
            full=full,
        )
    except DemoError as error:
        click.echo(f"demo: {error}", err=True)
        code = 2
    except KeyboardInterrupt:
        code = 130  # 128 + SIGINT, as shells have it
    except Exception:  # Python's own exit code would be 1, which says that something leaked
        traceback.print_exc()
        code = 2
    sys.exit(code)


def _run(*, unprotected: bool, page: Path | None, summary: Path | None, full: bool) -> int:
    from rich.console import Console

    from examples.demo._html import render
    from examples.demo._report import print_report
    from examples.demo._run import run
    from examples.demo._summary import summarize
    from examples.demo._verdict import judge

    outcome = run(unprotected=unprotected)
    verdict = judge(outcome)
    # Where there is no terminal to ask, as in CI, two columns of values need more than 80 columns.
    console = Console(width=None if sys.stdout.isatty() else _LOG_COLUMNS)
    print_report(console, outcome, verdict, full=full)
    if summary is not None:
        _write(summary, json.dumps(summarize(outcome, verdict), indent=2) + "\n")
    if page is not None:
        _write(page, render(outcome, verdict))
        click.echo(f"Both sides, every span and field: {page}")
    return int(verdict.code)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", errors="replace")


if __name__ == "__main__":
    main()
