"""Keep gRPC's own log quiet, which is written by its core to the standard error.

It writes a line for each stream with a header that it cannot parse, so that a client could fill a
disk with them. The core reads the variable when it is loaded, which is why this comes first; who
sets it sees what it asks for (doc/environment_variables.md of gRPC).
"""

import os

os.environ.setdefault("GRPC_VERBOSITY", "NONE")
