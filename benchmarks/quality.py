"""Compare what detection finds with Presidio's patterns, type by type, on labelled sets.

    python -m benchmarks.held_out DIRECTORY --split sealed --seed 11
    python -m benchmarks.quality DIRECTORY [--no-presidio]

*full* is the share of labelled spans of which no letter or digit is left uncovered, by findings of
whatever type: nothing of those would leak. *precision* is the share of findings that overlap a
labelled span (URL, DATE_TIME and UUID aside), *touched* the share of texts without labels in which
anything is found. Presidio runs with its default recognizers, its context words and a threshold of
0.35, without a model: it has no names and no places then.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks.detection import Document, Find, load, ours, presidio, quality


class Recall(NamedTuple):
    """How many labelled spans of a type there are, and how many nothing was left of."""

    labelled: int
    full: int

    @property
    def share(self) -> float:
        return self.full / self.labelled


def recall_by_type(documents: Iterable[Document], find: Find) -> dict[str, Recall]:
    """Return the full recall for each labelled type, in the order of its first span."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for text, spans in documents:
        covered = {i for start, end, _ in find(text) for i in range(start, end)}
        for start, end, entity in spans:
            counts[entity][0] += 1
            counts[entity][1] += all(i in covered for i in range(start, end) if text[i].isalnum())
    return {entity: Recall(*count) for entity, count in counts.items()}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("directory", type=Path)
    parser.add_argument("--no-presidio", action="store_true")
    arguments = parser.parse_args()
    systems: dict[str, Find] = {"spanveil": ours(names=True)}
    if not arguments.no_presidio:
        try:
            systems["presidio"] = presidio(None)
        except ImportError:
            print("presidio-analyzer is not installed: only our own figures", file=sys.stderr)
    for path in sorted(arguments.directory.iterdir()):
        if not path.name.endswith((".jsonl", ".jsonl.gz")):
            continue
        documents = load(path)
        print(f"\n{path.name.split('.')[0]}: {len(documents)} texts")
        for name, find in systems.items():
            scores = quality(documents, find)
            print(f"  {name:10}" + "".join(f"  {key} {value:.3f}" for key, value in scores.items()))
        tables = [recall_by_type(documents, find) for find in systems.values()]
        for entity, recall in tables[0].items():
            shares = "".join(f"  {table[entity].share:9.3f}" for table in tables)
            below = any(table[entity].share > recall.share for table in tables[1:])
            print(f"    {entity:28}{recall.labelled:5}{shares}{'  below' if below else ''}")


if __name__ == "__main__":
    main()
