"""All the carriers, and each token of a service in two forms."""

from typing import Final

from benchmarks.held_out._blind._code import CODE
from benchmarks.held_out._blind._commands import COMMANDS
from benchmarks.held_out._blind._files import APPLICATIONS, BUILDS, DEVICES, SERVERS
from benchmarks.held_out._blind._records import AGENTS, LOGS
from benchmarks.held_out._blind._talk import OPAQUE, TALK, TOKEN_FORMS
from benchmarks.held_out._blind._tokens import TOKENS

_COUNT: Final = len(TOKEN_FORMS)

SECRETS: Final = (
    *COMMANDS,
    *SERVERS,
    *DEVICES,
    *APPLICATIONS,
    *BUILDS,
    *CODE,
    *LOGS,
    *AGENTS,
    *TALK,
    *OPAQUE,
    *(
        (TOKEN_FORMS[place % _COUNT], kind)
        for index, kind in enumerate(TOKENS)
        for place in (index, index + 5)
    ),
)
