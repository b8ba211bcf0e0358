"""Measure detection beside Presidio's analyzer, in one run: quality and speed.

    python -m benchmarks.detection DIRECTORY [--spacy MODEL] [--ner MODEL] [--types TYPE ...]
        [--json] [--no-quality]

DIRECTORY holds labelled sets as ``*.jsonl`` or ``*.jsonl.gz``: one ``{"id", "text", "spans":
[{"start", "end", "type"}]}`` a line, offsets in code points. Quality: *full* is the share of
labelled spans of which no letter or digit is left uncovered, *precision* the share of findings that
overlap a labelled span, *touched* the share of documents without labels in which anything is found.
Speed: the median of the rounds in which the systems take turns over the same texts, chat prompts of
1 and 10 KB and JSON of 1 and 10 KB, joined from the sets named ``prompts`` and ``payloads`` (as
``benchmarks.held_out`` writes them) or ``pii_agent`` and ``json_payloads``.

Presidio needs ``pip install presidio-analyzer``; without it only our own figures are shown. Its
e-mail recognizer is kept from fetching a suffix list. ``--spacy`` adds its analyzer with a model,
``--ner`` our own tier of named entities with one. ``--types`` scores labels of these types alone,
whatever covers them, and the precision of findings of these types.
"""

import argparse
import gzip
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from spanveil.redaction.detection import Detector

ROUNDS = 5
TURN = 0.1
NOT_COUNTED = {"DATE_TIME", "URL", "UUID"}
CHAT = ("prompts", "pii_agent")
JSON = ("payloads", "json_payloads")
SIZES = (
    (CHAT, "chat", 1_000),
    (CHAT, "chat", 10_000),
    (JSON, "JSON", 1_000),
    (JSON, "JSON", 10_000),
)

Spans = list[tuple[int, int, str]]
Find = Callable[[str], Spans]


class Document(NamedTuple):
    """A labelled text."""

    text: str
    spans: Spans


def load(path: Path) -> list[Document]:
    """Read a labelled set."""
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).decode().splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [
        Document(row["text"], [(s["start"], s["end"], s["type"]) for s in row["spans"]])
        for row in rows
    ]


def of_types(documents: list[Document], types: set[str]) -> list[Document]:
    """Return the documents with the labels of some types alone."""
    return [
        Document(text, [span for span in spans if span[2] in types]) for text, spans in documents
    ]


def quality(
    documents: list[Document], find: Find, types: set[str] | None = None
) -> dict[str, float]:
    """Score findings against labels, those of some types alone if there are any."""
    gold = full = counted = right = empty = touched = 0
    for document in of_types(documents, types) if types else documents:
        found = find(document.text)
        covered = {i for start, end, _ in found for i in range(start, end)}
        gold += len(document.spans)
        full += sum(
            all(i in covered for i in range(start, end) if document.text[i].isalnum())
            for start, end, _ in document.spans
        )
        empty += not document.spans
        touched += not document.spans and bool(found)
        judged = [span for span in found if span[2] in (types or {span[2]} - NOT_COUNTED)]
        counted += len(judged)
        right += sum(any(_overlap(f, g) for g in document.spans) for f in judged)
    scores = {
        "full": full / gold if gold else None,
        "precision": right / counted if counted and gold else None,
    }
    scores["touched"] = touched / empty if empty else None
    return {name: round(score, 3) for name, score in scores.items() if score is not None}


def _overlap(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def ours(names: bool, model: str | None = None) -> Find:
    """Return our detector, with the tier of named entities if a spaCy model is named."""
    recognizers = []
    if model:
        from spanveil.config import NerConfig
        from spanveil.redaction._ner import NerRecognizer

        excluded = ("tagger", "parser", "attribute_ruler", "lemmatizer")
        recognizers = [NerRecognizer(NerConfig(model=model, exclude=excluded))]
    detector = Detector(names=names, recognizers=recognizers)
    return lambda text: [(f.start, f.end, f.entity) for f in detector.find(text)]


def presidio(model: str | None) -> Find:
    """Return Presidio's analyzer with its own patterns, and a spaCy model if one is named.

    Raises:
        ImportError: If presidio-analyzer is not installed.
    """
    from benchmarks.presidio_engine import stock_analyzer

    analyzer = stock_analyzer(model)

    def find(text: str) -> Spans:
        results = analyzer.analyze(text, language="en", score_threshold=0.35)
        return [(r.start, r.end, r.entity_type) for r in results]

    return find


def texts(documents: Iterable[Document], size: int, count: int = 3) -> list[str]:
    """Join texts to documents of about a size, no text twice."""
    joined: list[str] = []
    current = ""
    for document in documents:
        current += document.text + "\n"
        if len(current) >= size:
            joined.append(current[:size])
            current = ""
        if len(joined) == count:
            break
    return joined


def race(systems: dict[str, Find], samples: list[str], rounds: int) -> dict[str, float]:
    """Return each system's median MB for a second of processor time; the systems take turns.

    A turn lasts at least ``TURN`` seconds, over and over the samples: one pass of the fastest takes
    less than what the clock and a cold cache add to it.
    """
    times: dict[str, list[float]] = {name: [] for name in systems}
    size = sum(map(len, samples))
    for _ in range(rounds):
        for name, find in systems.items():
            start, passes, taken = time.process_time(), 0, 0.0
            while taken < TURN:
                for text in samples:
                    find(text)
                passes += 1
                taken = time.process_time() - start
            times[name].append(taken / passes)
    return {name: size / statistics.median(taken) / 1e6 for name, taken in times.items()}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("directory", type=Path)
    parser.add_argument("--spacy", metavar="MODEL", help="also Presidio with this spaCy model")
    parser.add_argument("--ner", metavar="MODEL", help="also ours with this spaCy model")
    parser.add_argument("--types", nargs="+", metavar="TYPE", help="score these types alone")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--no-quality", action="store_true", help="speed alone")
    arguments = parser.parse_args()
    systems: dict[str, Find] = {"spanveil": ours(names=False), "spanveil, names": ours(names=True)}
    if arguments.ner:
        systems["spanveil, names, model"] = ours(names=True, model=arguments.ner)
    try:
        systems["presidio, patterns"] = presidio(None)
        if arguments.spacy:
            systems[f"presidio, {arguments.spacy}"] = presidio(arguments.spacy)
    except ImportError:
        print("presidio-analyzer is not installed: only our own figures", file=sys.stderr)
    sets = {
        path.name.split(".")[0]: load(path)
        for path in sorted(arguments.directory.iterdir())
        if path.name.endswith((".jsonl", ".jsonl.gz"))
    }
    report: dict[str, Any] = {"quality": {}, "speed": {}}
    for name, documents in () if arguments.no_quality else sets.items():
        report["quality"][name] = {
            system: quality(documents, find, set(arguments.types or ()))
            for system, find in systems.items()
        }
    for names, form, size in SIZES:
        if samples := texts([one for name in names for one in sets.get(name, [])], size):
            for find in systems.values():
                find(samples[0][:200])
            report["speed"][f"{form} {size // 1000} KB"] = race(systems, samples, ROUNDS)
    if arguments.json:
        json.dump(report, sys.stdout, indent=1)
        return
    _print(report)


def _print(report: dict[str, Any]) -> None:
    for name, by_system in report["quality"].items():
        print(f"\n{name}")
        for system, scores in by_system.items():
            print(f"  {system:24}" + "".join(f"  {k} {v:.3f}" for k, v in scores.items()))
    print("\nspeed, MB/s (and times each analyzer of Presidio)")
    for name, by_system in report["speed"].items():
        print(f"  {name}")
        for system, speed in by_system.items():
            ratios = "".join(
                f"  x {speed / base:.0f} {other.removeprefix('presidio, ')}"
                for other, base in by_system.items()
                if other.startswith("presidio") and other != system
            )
            print(f"    {system:24}{speed:8.4f}{ratios}")


if __name__ == "__main__":
    main()
