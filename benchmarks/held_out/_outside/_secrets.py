"""All the carriers, each token of a service in two of the forms, and each named key in two."""

from typing import Final

from benchmarks.held_out._outside._secrets_code import CODE, TRACES
from benchmarks.held_out._outside._secrets_commands import COMMANDS
from benchmarks.held_out._outside._secrets_files import APPLICATIONS, BUILDS, CREDENTIALS
from benchmarks.held_out._outside._secrets_records import AGENTS, LOGS, TRAFFIC
from benchmarks.held_out._outside._secrets_talk import NAMED_FORMS, TALK, TOKEN_FORMS
from benchmarks.held_out._outside._tokens import NAMED, PREFIXED

SECRETS: Final = (
    *COMMANDS,
    *CREDENTIALS,
    *APPLICATIONS,
    *BUILDS,
    *CODE,
    *TRACES,
    *TRAFFIC,
    *LOGS,
    *AGENTS,
    *TALK,
    *(
        (TOKEN_FORMS[place % len(TOKEN_FORMS)], kind)
        for index, kind in enumerate(PREFIXED)
        for place in (index, index + 7)
    ),
    *(
        (NAMED_FORMS[place % len(NAMED_FORMS)].format(name=name, lower=name.lower()), name)
        for index, name in enumerate(NAMED)
        for place in (index, index + 5)
    ),
)
