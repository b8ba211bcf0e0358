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
* A row that a review by hand changed (``REVIEWED``) stays as the review says.
* A row with a ``*`` beside other characters of a segment is left out: it could never match.
* One row for each key: where conventions disagree, the stricter class wins.
"""

import csv
import sys
from fnmatch import fnmatchcase
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
# Reviewed by hand, over whatever the survey says: rows that it calls safe because a convention says
# so, though in a multi-tenant service their values name people, customers or their resources, and
# formats that it read wrongly. Patterns of ``fnmatch``; (class, format), an empty one unchanged.
REVIEWED = {
    "*.collection_name": ("tenant_identifier", ""),
    "ag2.network.audience": ("user_identifier", ""),
    "ag2.network.*_id": ("user_identifier", ""),
    "agno.*team_name": ("tenant_identifier", ""),
    "agno.team.*": ("tenant_identifier", ""),
    "aws.s3.bucket": ("tenant_identifier", ""),
    "aws.sns.topic.arn": ("tenant_identifier", ""),
    "ci.job.url": ("url", ""),
    "cloud.account.id": ("tenant_identifier", ""),
    "copilot_studio.topic_name": ("metadata_bag", ""),
    "crewai.subject": ("message_payload", ""),
    "db.collection.name": ("tenant_identifier", ""),
    "db.mongodb.collection": ("tenant_identifier", ""),
    "faas.document.collection": ("tenant_identifier", ""),
    "gen_ai.guardrail.topic": ("metadata_bag", ""),
    "gen_ai.memory.vector.collection": ("tenant_identifier", ""),
    "gen_ai.memory.vector.namespace": ("tenant_identifier", ""),
    "git.branch": ("metadata_bag", ""),
    "graphql.operation.name": ("metadata_bag", ""),
    "message_bus.destination": ("tenant_identifier", ""),
    "messaging.destination": ("tenant_identifier", ""),
    "messaging.destination.name": ("tenant_identifier", ""),
    "messaging.destination.subscription.name": ("tenant_identifier", ""),
    "messaging.destination_publish.name": ("tenant_identifier", ""),
    "messaging.rabbitmq.destination.routing_key": ("tenant_identifier", ""),
    "messaging.rocketmq.namespace": ("tenant_identifier", ""),
    "messaging.servicebus.destination.subscription_name": ("tenant_identifier", ""),
    "messaging.temp_destination": ("tenant_identifier", ""),
    "msteams.channel_data.channel.name": ("tenant_identifier", ""),
    "peer.service": ("network_address", ""),
    "rpc.response.status_code": ("", "text"),
    "service.namespace": ("tenant_identifier", ""),
    "service.peer.namespace": ("tenant_identifier", ""),
    "tls.server.issuer": ("network_address", ""),
    "tls.server.subject": ("network_address", ""),
    "vcs.ref.*.name": ("metadata_bag", ""),
    "vcs.repository.change.title": ("message_payload", ""),
    "vcs.repository.name": ("tenant_identifier", ""),
    "vcs.repository.ref.name": ("metadata_bag", ""),
}
COLUMNS = ("key_pattern", "content_class", "value_format", "conventions")


def is_trusted(row: dict[str, str]) -> bool:
    """Say whether a survey row may become policy."""
    key = row["key_pattern"]
    if row["signal"] not in ATTRIBUTE_SIGNALS or key.strip("*") == "" or set(key) & set("<>{} "):
        return False
    if any("*" in part and part.strip("*") for part in key.split(".")):
        return False
    if row["content_class"] != "safe":
        return True
    if row["convention"] in UNREVIEWED or "." not in key or "bare key" in row["note"]:
        return False
    return not key.endswith("*") or row["value_format"] == "number"


def review(key: str, content_class: str, value_format: str) -> tuple[str, str]:
    """Return the class and the format of a key after the review by hand.

    Only a safe row changes its class: a review never loosens what the survey calls content.
    """
    for pattern, (reviewed, form) in REVIEWED.items():
        if content_class == "safe" and fnmatchcase(key, pattern):
            return reviewed or content_class, form or value_format
    return content_class, value_format


def merge(rows: list[dict[str, str]]) -> list[tuple[str, str, str, str]]:
    """Reduce the survey to one row for each key pattern, the stricter class winning."""
    by_key: dict[str, list[dict[str, str]]] = {}
    for row in filter(is_trusted, rows):
        by_key.setdefault(row["key_pattern"], []).append(row)
    merged = []
    for key, same in sorted(by_key.items()):
        strictest = max(same, key=lambda row: STRICTNESS.index(row["content_class"]))
        conventions = ",".join(sorted({row["convention"] for row in same}))
        content_class, value_format = strictest["content_class"], strictest["value_format"]
        merged.append((key, *review(key, content_class, value_format), conventions))
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
