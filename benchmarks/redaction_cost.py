"""Measure what redaction costs: imports, attributes, text, conversations, hostile texts.

    python -m benchmarks.redaction_cost DIRECTORY [--only SECTION ...]

DIRECTORY holds labelled sets, as ``benchmarks.detection`` reads them: ``negatives`` is the clean
text, ``prompts`` and ``payloads`` (or ``pii_agent`` and ``json_payloads``) are the dirty one. All
times are processor time; what is compared takes turns within one run. Sections: ``import``,
``span``, ``text``, ``conversation``, ``hostile``.
"""

import argparse
import gc
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from benchmarks.detection import CHAT, JSON, load, texts
from benchmarks.hostile_texts import hostile_pieces, text_of
from spanveil.config import Config, RedactionConfig
from spanveil.redaction import Redactor
from spanveil.redaction.detection import Detector, TooManyHits
from spanveil.redaction.detection._literal_scanners import AhoCorasickScanner, LiteralScanner
from spanveil.redaction.detection._scanner import HyperscanScanner

ROUNDS = 7
TURNS = 50
LENGTHS = (4_096, 8_192, 16_384, 32_768, 65_536)
PROFILES = ("strict", "shared", "diagnostic")
SENTENCE = (
    "the model reads a document and plans the next step while the tool returns rows that the "
    "reply must cite in order to answer the question about shipping invoices or storage"
)


def race(tasks: dict[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Return each task's median processor time in seconds; the tasks take turns."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for task in tasks.values():
        task()
    gc.collect()
    gc.disable()
    for _ in range(rounds):
        for name, task in tasks.items():
            start = time.process_time()
            task()
            times[name].append(time.process_time() - start)
    gc.enable()
    return {name: statistics.median(taken) for name, taken in times.items()}


def show_import() -> None:
    """Print the processor time of a Python that imports the engine, and of one that does not."""
    codes = {
        "python alone": "pass",
        "import pydantic's BaseModel": "from pydantic import BaseModel",
        "import spanveil.redaction": "import spanveil.redaction",
        "and Redactor()": "import spanveil.redaction as r; r.Redactor()",
    }

    def run(code: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    taken: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(ROUNDS):
        for name, code in codes.items():
            taken[name].append(run(code))
    print("\nimport: ms of processor time (over python alone)")
    alone = statistics.median(taken["python alone"])
    for name, all_of in taken.items():
        middle = statistics.median(all_of)
        print(f"  {name:32}{middle * 1e3:8.0f}  (+{(middle - alone) * 1e3:.0f})")


def _span(prompt: str) -> dict[str, Any]:
    return {
        "gen_ai.operation.name": "chat",
        "gen_ai.request.model": "gpt-4o",
        "gen_ai.response.finish_reasons": ["stop"],
        "gen_ai.usage.input_tokens": 1200,
        "gen_ai.usage.output_tokens": 80,
        "gen_ai.input.messages": prompt,
        "server.address": "api.example.com",
        "server.port": 443,
        "url.full": "https://api.example.com/v1/users/17?token=none",
        "db.query.text": "SELECT name FROM orders WHERE id = 17",
        "user.id": "user-17",
        "session.id": "0f8fad5b-d9cb-469f-a165-70867728950e",
        **{f"app.step{number}": f"value{number}" for number in range(18)},
    }


def show_span(directory: Path) -> None:
    """Print what one attribute of a span of 30 costs."""
    prose = texts(load(_set(directory, CHAT)), 1_000, 1)[0]
    message = json.dumps([{"role": "user", "parts": [{"type": "text", "content": prose}]}])
    print("\nspan of 30 attributes: us for an attribute")
    for title, prompt in (("no prompt", "[]"), ("prompt of 1 KB, new", message)):
        attributes = _span(prompt)
        bare = Config(redaction=RedactionConfig(memo_bytes=0))
        redactors = {profile: Redactor(bare, profile=profile) for profile in PROFILES}
        tasks = {p: _repeat(redactors[p], attributes, 50) for p in PROFILES}
        for profile, taken in race(tasks).items():
            print(f"  {title:24}{profile:12}{taken / 50 / len(attributes) * 1e6:8.1f}")


def _repeat(redactor: Redactor, attributes: dict[str, Any], times: int) -> Callable[[], object]:
    def task() -> None:
        for _ in range(times):
            redactor.attributes(attributes)

    return task


def _set(directory: Path, names: tuple[str, ...]) -> Path:
    files = [directory / f"{name}.jsonl{end}" for name in names for end in (".gz", "")]
    return next((file for file in files if file.exists()), files[-1])


def show_text(directory: Path) -> None:
    """Print what a KB of text costs, clean and dirty, and with each scanner."""
    systems = {
        "secrets and structured": Detector(names=False),
        "and names": Detector(),
        "no Hyperscan: Aho-Corasick": Detector(names=False, scanner=AhoCorasickScanner),
        "no Hyperscan: standard library": Detector(names=False, scanner=LiteralScanner),
    }
    print("\ntext: us for a KB")
    for names, title in (
        (("negatives",), "clean"),
        (CHAT, "dirty chat"),
        (JSON, "dirty JSON"),
    ):
        samples = texts(load(_set(directory, names)), 5_000, 6)
        if not samples:
            continue
        tasks = {system: _finder(detector, samples) for system, detector in systems.items()}
        size = sum(map(len, samples)) / 1_000
        for system, taken in race(tasks).items():
            print(f"  {title:14}{system:34}{taken / size * 1e6:8.0f}")


def _finder(detector: Detector, samples: list[str]) -> Callable[[], object]:
    return lambda: [detector.find(sample) for sample in samples]


def show_conversation() -> None:
    """Print a conversation of 50 turns, every one of which sends the whole history again."""
    vocabulary = SENTENCE.split()
    draw = random.Random(7)  # noqa: S311 - not for a secret

    def message(role: str, words: int) -> dict[str, Any]:
        content = " ".join(draw.choice(vocabulary) for _ in range(words))
        content += f". Write to {draw.choice(vocabulary)}{draw.randrange(10**6)}@mail.example"
        return {"role": role, "parts": [{"type": "text", "content": content}]}

    history = [message("system", 400)]
    new = []
    arrays, requests = [], []
    for _ in range(TURNS):
        turn = [message("user", 60), message("assistant", 150), message("tool", 500)]
        history += turn
        new.append({"gen_ai.input.messages": json.dumps(turn)})
        arrays.append({"gen_ai.input.messages": json.dumps(history)})
        body = {"model": "gpt-4o", "messages": history[1:], "system": history[0]["parts"]}
        requests.append({"gen_ai.input.messages": json.dumps(body)})
    sent = sum(len(span["gen_ai.input.messages"]) for span in arrays) / 1_000
    once = len(arrays[-1]["gen_ai.input.messages"]) / 1_000

    def run(
        spans: list[dict[str, str]], memo_bytes: int, profile: str = "diagnostic"
    ) -> Callable[[], object]:
        config = Config(redaction=RedactionConfig(memo_bytes=memo_bytes))

        def task() -> None:
            redactor = Redactor(config, profile=profile)
            for span in spans:
                redactor.attributes(span, tenant="st1_k1_bench")

        return task

    taken = race(
        {
            "array, without memo": run(arrays, 0),
            "array, with memo": run(arrays, 16_000_000),
            "request, without": run(requests, 0),
            "request, with memo": run(requests, 16_000_000),
            "its new text alone": run(new, 16_000_000),
            "array, structure": run(arrays, 16_000_000, "shared"),
            "request, structure": run(requests, 16_000_000, "shared"),
        },
        rounds=3,
    )
    print(f"\nconversation of {TURNS} turns: {sent:.0f} KB sent, {once:.0f} KB of it new")
    for name, seconds in taken.items():
        print(f"  {name:20}{seconds * 1e3:8.0f} ms")
    print(f"  array x {taken['array, without memo'] / taken['array, with memo']:.1f}")
    print(f"  request x {taken['request, without'] / taken['request, with memo']:.1f}")


def show_hostile(worst: int = 12) -> None:
    """Print the slowest hostile texts at doubling lengths."""
    detector = Detector(scanner=HyperscanScanner)

    def cost(text: str, tries: int) -> float:
        times = []
        for _ in range(tries):
            start = time.process_time()
            with suppress(TooManyHits):
                detector.find(text)
            times.append(time.process_time() - start)
        return min(times) * 1e3

    pieces = list(dict.fromkeys(hostile_pieces()))
    ranked = sorted(pieces, key=lambda piece: -cost(text_of(piece, 8_192), 2))[:worst]
    print(f"\nhostile texts: ms at a length, the slowest {worst} of {len(pieces)} at 8 KB")
    print(f"  {'piece':32}" + "".join(f"{length // 1024:>7} KB" for length in LENGTHS))
    for piece in ranked:
        row = [cost(text_of(piece, length), 5) for length in LENGTHS]
        print(f"  {piece[:30]!r:32}" + "".join(f"{each:10.1f}" for each in row))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    sections: dict[str, Callable[[Path], None]] = {
        "import": lambda _: show_import(),
        "span": show_span,
        "text": show_text,
        "conversation": lambda _: show_conversation(),
        "hostile": lambda _: show_hostile(),
    }
    parser.add_argument("directory", type=Path)
    parser.add_argument("--only", nargs="+", choices=sections, default=list(sections))
    arguments = parser.parse_args()
    for name in arguments.only:
        sections[name](arguments.directory)


if __name__ == "__main__":
    main()
