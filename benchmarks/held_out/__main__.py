"""Write the sets as labelled lines: ``python -m benchmarks.held_out DIRECTORY``."""

import argparse
import json
from pathlib import Path

from benchmarks.held_out import SETS, SPLITS, make


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--split", choices=SPLITS, default="sealed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=3, help="fillings of each template")
    arguments = parser.parse_args()
    arguments.directory.mkdir(parents=True, exist_ok=True)
    for name in SETS:
        documents = make(name, split=arguments.split, seed=arguments.seed, count=arguments.count)
        path = arguments.directory / f"{name}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number, document in enumerate(documents):
                spans = [{"start": s, "end": e, "type": t} for s, e, t in document.spans]
                row = {"id": f"{name}-{number}", "text": document.text, "spans": spans}
                file.write(json.dumps(row) + "\n")
        print(f"{path}: {len(documents)} texts")


if __name__ == "__main__":
    main()
