"""A server in a process of its own, which tells its port and ends with its parent."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Final, Self

from examples.demo._errors import DemoError

_START_SECONDS: Final = 30.0
_ANSWER_SECONDS: Final = 30.0
_STOP_SECONDS: Final = 5.0


class ServerProcess:
    """Run ``serve(connection)`` in a fresh interpreter.

    The function sends its port first, then answers questions, and returns when the connection
    closes. A pipe is used, and no file: what a server holds stays in memory.
    """

    def __init__(self, name: str, serve: Callable[[Connection], None]) -> None:
        # `spawn`, because a forked child would inherit the agent's threads, locks and telemetry.
        context = multiprocessing.get_context("spawn")
        self._name = name
        self._connection, self._child_end = context.Pipe()
        self._process = context.Process(
            target=serve, args=(self._child_end,), name=name, daemon=True
        )

    def __enter__(self) -> Self:
        self._process.start()
        self._child_end.close()  # else the end of the child would not be seen here
        try:
            self.port = int(self._receive(_START_SECONDS))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        self._process.join(_STOP_SECONDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def ask(self, question: str) -> Any:
        """Send a question and return the answer.

        Raises:
            DemoError: The process ended, or did not answer in time.
        """
        try:
            self._connection.send(question)
        except OSError:
            raise DemoError(f"{self._name}: ended before its time") from None
        return self._receive(_ANSWER_SECONDS)

    def _receive(self, seconds: float) -> Any:
        try:
            if self._connection.poll(seconds):
                return self._connection.recv()
        except (EOFError, OSError):
            raise DemoError(f"{self._name}: ended before its time") from None
        raise DemoError(f"{self._name}: no answer within {seconds:.0f} s")
