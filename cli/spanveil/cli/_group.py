"""The `spanveil` command: verbs are imported only when they are called."""

import importlib
from typing import Any, Final

import click

from spanveil.config import ConfigError
from spanveil.context import KeyRingError


class _Refused(click.ClickException):
    """A start-up refusal, with the exit code that click uses for a wrong command line."""

    exit_code = 2


class VerbGroup(click.Group):
    """A click group whose verbs live in modules that are imported on use.

    A verb may need an extra; a missing one becomes an error that says what to install.

    Args:
        verbs: The verb's name, to ``module:attribute`` and its line of help.
        extras: The verb's name, to the extra that brings what it imports.
    """

    def __init__(
        self,
        *args: Any,
        verbs: dict[str, tuple[str, str]],
        extras: dict[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._verbs: Final = verbs
        self._extras: Final = extras

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self._verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._verbs:
            return None
        module_name, _, attribute = self._verbs[cmd_name][0].partition(":")
        try:
            command = getattr(importlib.import_module(module_name), attribute)
        except ModuleNotFoundError as error:
            extra = self._extras.get(cmd_name)
            if extra is None or (error.name or "").startswith("spanveil"):
                raise
            raise _Refused(
                f"`spanveil {cmd_name}` needs {error.name}: pip install 'spanveil[{extra}]'"
            ) from None
        if not isinstance(command, click.Command):
            raise TypeError(f"{module_name}:{attribute} is not a click command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # click asks each verb for its help, which would import them all.
        with formatter.section("Commands"):
            formatter.write_dl([(name, self._verbs[name][1]) for name in sorted(self._verbs)])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (ConfigError, KeyRingError) as error:
            raise _Refused(str(error)) from None
