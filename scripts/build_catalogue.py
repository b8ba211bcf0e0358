"""Build the packaged catalogue of telemetry fields from the surveyed one.

    python scripts/build_catalogue.py SURVEY.tsv config/spanveil/config/data/catalogue.tsv

The survey lists one row for each key and emitter, with the columns ``convention, key_pattern,
signal, content_class, value_format, emitted_by, source, note``. It is evidence, not policy; this
script turns it into the rows that the engine trusts:

* Only attribute keys: names, bodies and status texts are positions, which have rules of their own.
* A ``safe`` row of a convention that was extracted by a program and only skimmed
  (``UNREVIEWED``) is left out: such a key is then unknown, and may carry a token but no prose.
* A ``safe`` row for a bare key (no namespace) is left out, because the same word means something
  else in another scope.
* A ``safe`` row that ends in a wildcard stays only for numbers; where it names text, the wildcard
  can match what an application chose.
* One row for each key: where conventions disagree, the stricter class wins.
"""

import csv
import sys
from pathlib import Path

UNREVIEWED = frozenset({"agentops", "genai-otel-instrument", "langtrace", "netra", "openlit"})
ATTRIBUTE_SIGNALS = frozenset(
    {
        "baggage_key",
        "log_attribute",
        "metric_attribute",
        "resource_attribute",
        "span_attribute",
        "span_event_attribute",
    }
)
# From the loosest to the strictest, by what the shipped profiles do with the class.
STRICTNESS = (
    "safe",
    "network_address",
    "session_identifier",
    "user_identifier",
    "tenant_identifier",
    "tool_definition",
    "metadata_bag",
    "message_payload",
    "completion",
    "prompt",
    "retrieval_query",
    "retrieved_document",
    "tool_result",
    "tool_arguments",
    "reasoning",
    "system_instructions",
    "embedding_input",
    "log_text",
    "exception_text",
    "url",
    "file_path",
    "db_statement",
    "image_or_blob",
    "embedding_vector",
    "http_header",
    "credential",
)
COLUMNS = ("key_pattern", "content_class", "value_format", "conventions")


def is_trusted(row: dict[str, str]) -> bool:
    """Say whether a survey row may become policy."""
    key = row["key_pattern"]
    if row["signal"] not in ATTRIBUTE_SIGNALS or key.strip("*") == "" or set(key) & set("<>{} "):
        return False
    if row["content_class"] != "safe":
        return True
    if row["convention"] in UNREVIEWED or "." not in key or "bare key" in row["note"]:
        return False
    return not key.endswith("*") or row["value_format"] == "number"


def merge(rows: list[dict[str, str]]) -> list[tuple[str, str, str, str]]:
    """Reduce the survey to one row for each key pattern, the stricter class winning."""
    by_key: dict[str, list[dict[str, str]]] = {}
    for row in filter(is_trusted, rows):
        by_key.setdefault(row["key_pattern"], []).append(row)
    merged = []
    for key, same in sorted(by_key.items()):
        strictest = max(same, key=lambda row: STRICTNESS.index(row["content_class"]))
        conventions = ",".join(sorted({row["convention"] for row in same}))
        merged.append((key, strictest["content_class"], strictest["value_format"], conventions))
    return merged


def main(source: str, target: str) -> None:
    with Path(source).open(encoding="utf-8", newline="") as survey:
        rows = list(csv.DictReader(survey, delimiter="\t", quoting=csv.QUOTE_NONE))
    merged = merge(rows)
    with Path(target).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(merged)
    print(f"{len(rows)} rows of the survey became {len(merged)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
