"""The words that configuration and engine share: content classes and treatments."""

from enum import StrEnum


class ContentClass(StrEnum):
    """What a telemetry field holds by contract.

    The classes are those of the catalogue (``data/catalogue.tsv``); ``UNKNOWN`` stands for a key
    that no row names.
    """

    SAFE = "safe"
    PROMPT = "prompt"
    COMPLETION = "completion"
    MESSAGE_PAYLOAD = "message_payload"
    SYSTEM_INSTRUCTIONS = "system_instructions"
    REASONING = "reasoning"
    TOOL_DEFINITION = "tool_definition"
    TOOL_ARGUMENTS = "tool_arguments"
    TOOL_RESULT = "tool_result"
    RETRIEVAL_QUERY = "retrieval_query"
    RETRIEVED_DOCUMENT = "retrieved_document"
    EMBEDDING_INPUT = "embedding_input"
    EMBEDDING_VECTOR = "embedding_vector"
    IMAGE_OR_BLOB = "image_or_blob"
    LOG_TEXT = "log_text"
    EXCEPTION_TEXT = "exception_text"
    METADATA_BAG = "metadata_bag"
    TENANT_IDENTIFIER = "tenant_identifier"
    USER_IDENTIFIER = "user_identifier"
    SESSION_IDENTIFIER = "session_identifier"
    NETWORK_ADDRESS = "network_address"
    URL = "url"
    HTTP_HEADER = "http_header"
    FILE_PATH = "file_path"
    DB_STATEMENT = "db_statement"
    CREDENTIAL = "credential"
    UNKNOWN = "unknown"


class Treatment(StrEnum):
    """What a profile does with the value of a field. The key always stays.

    * ``KEEP``: the value stays if it still looks like what a safe field holds (a number, a flag, a
      short label); prose under a safe key becomes a marker.
    * ``DETECT``: prose and structure stay, without the entities and secrets found in them.
    * ``TOKEN``: a flag, a short number or one identifier-like word stays; anything else becomes a
      marker, and parsable JSON a skeleton.
    * ``SKELETON``: parsed JSON and nested values keep roles, part types, tool names, ids and sizes;
      every text leaf becomes a marker. Text that is not structured becomes a marker.
    * ``TRACEBACK``: of a stack trace the types, modules, lines and functions stay, and no message
      and no source line; any other text becomes a marker.
    * ``SOURCE``: of a source file's path under a ``code.`` key the part within its package stays;
      any other path becomes a marker.
    * ``URL``: scheme and port stay, the host becomes a pseudonym, the path a template, the query,
      the fragment and the user go.
    * ``SQL``: the statement with its literals replaced, of a key-value store the command; anything
      else becomes a marker.
    * ``HEADER``: of a ``User-Agent`` the known products and versions stay; any other header becomes
      a marker.
    * ``PSEUDONYM``: a keyed pseudonym, equal for equal values under one key.
    * ``MARKER``: a fixed text with the class and the length, never a part of the value.
    * ``DROP``: a fixed text without even the length.
    """

    KEEP = "keep"
    DETECT = "detect"
    TOKEN = "token"  # noqa: S105 - the name of a treatment
    SKELETON = "skeleton"
    TRACEBACK = "traceback"
    SOURCE = "source"
    URL = "url"
    SQL = "sql"
    HEADER = "header"
    PSEUDONYM = "pseudonym"
    MARKER = "marker"
    DROP = "drop"


class ValueFormat(StrEnum):
    """The form in which a convention writes a field's value (the catalogue's ``value_format``)."""

    TEXT = "text"
    NUMBER = "number"
    STRING_ARRAY = "string_array"
    MAP = "map"
    JSON_TEXT = "json_text"
    JSON_MESSAGES = "json_messages"
