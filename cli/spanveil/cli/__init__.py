"""`spanveil ...`: one thin module per verb."""

from spanveil.cli._main import main

__all__ = ["main"]
