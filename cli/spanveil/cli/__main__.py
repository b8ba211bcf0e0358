"""`python -m spanveil.cli`."""

from spanveil.cli._main import main

main()
