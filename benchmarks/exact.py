"""Measure the exact mode beside Presidio itself, in one run: documents that differ, and speed.

    python -m benchmarks.exact DIRECTORY [--json]

DIRECTORY holds labelled sets as for ``benchmarks.detection``. Every document goes through
Presidio's analyzer without a model and through ``ExactAnalyzer``; a document differs if any type,
offset or score does. Speed is the processor time of both over texts joined from a set, in turns;
the ratio is that of the medians. Needs ``spanveil[presidio]``.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from presidio_analyzer import AnalyzerEngine

from benchmarks.detection import load, texts
from benchmarks.presidio_engine import stock_analyzer
from spanveil.redaction.presidio import ExactAnalyzer

ROUNDS = 5
SIZES = (1_000, 10_000, 50_000)

Analyze = Callable[[str], list[tuple[str, int, int, float]]]


def analyzers() -> dict[str, Analyze]:
    """Return both, each as a function from a text to its findings."""

    def wrap(analyzer: AnalyzerEngine) -> Analyze:
        def analyze(text: str) -> list[tuple[str, int, int, float]]:
            found = analyzer.analyze(text, language="en")
            return [(r.entity_type, r.start, r.end, r.score) for r in found]

        return analyze

    return {"presidio": wrap(stock_analyzer()), "exact": wrap(ExactAnalyzer())}


def race(systems: dict[str, Analyze], samples: list[str]) -> dict[str, float]:
    """Return each system's median processor time for one text, in milliseconds."""
    taken: dict[str, list[float]] = {name: [] for name in systems}
    for _ in range(ROUNDS):
        for name, analyze in systems.items():
            start = time.process_time()
            for text in samples:
                analyze(text)
            taken[name].append(time.process_time() - start)
    return {n: statistics.median(times) / len(samples) * 1e3 for n, times in taken.items()}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("directory", type=Path)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    systems = analyzers()
    report: dict[str, Any] = {"documents": 0, "findings": 0, "differing": 0, "speed": {}}
    for path in sorted(arguments.directory.glob("*.jsonl*")):
        documents = load(path)
        for document in documents:
            expected, found = (analyze(document.text) for analyze in systems.values())
            report["documents"] += 1
            report["findings"] += len(expected)
            report["differing"] += expected != found
        for size in SIZES:
            if samples := texts(documents, size):
                name = f"{path.name.split('.')[0]} {size // 1000} KB"
                times = race(systems, samples)
                times["ratio"] = times["presidio"] / times["exact"]
                report["speed"][name] = {key: round(value, 2) for key, value in times.items()}
    if arguments.json:
        json.dump(report, sys.stdout, indent=1)
        return
    print("documents {documents}, findings {findings}, differing {differing}".format(**report))
    print(f"{'ms for one text':24}{'presidio':>10}{'exact':>10}{'ratio':>8}")
    for name, times in report["speed"].items():
        print(f"{name:24}{times['presidio']:10.1f}{times['exact']:10.1f}{times['ratio']:8.1f}")


if __name__ == "__main__":
    main()
