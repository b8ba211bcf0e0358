"""What ``PatternRecognizer`` finds with some of its patterns, without what it only logs."""

from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from typing import Any

import regex
from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.pattern_recognizer import REGEX_TIMEOUT_SECONDS


def find_matches(
    recognizer: Any, patterns: Iterable[Any], text: str, *, explained: bool
) -> list[RecognizerResult]:
    """Return what ``PatternRecognizer.analyze`` returns for some of the recognizer's patterns.

    Args:
        recognizer: The recognizer.
        patterns: Its patterns.
        text: The text.
        explained: Whether to say in each result how it came about.

    Raises:
        TimeoutError: If a pattern takes longer than Presidio waits for one.
    """
    flags = recognizer.global_regex_flags
    name, identifier = recognizer.name, recognizer.id
    entity = recognizer.supported_entities[0]
    results: list[RecognizerResult] = []
    for pattern in patterns:
        if not pattern.compiled_regex or pattern.compiled_with_flags != flags:
            pattern.compiled_with_flags = flags
            pattern.compiled_regex = regex.compile(pattern.regex, flags=flags)
        for match in pattern.compiled_regex.finditer(text, timeout=REGEX_TIMEOUT_SECONDS):
            start, end = match.span()
            if start == end:
                continue
            found = text[start:end]
            valid = recognizer.validate_result(found)
            score = pattern.score
            if valid is not None:
                score = EntityRecognizer.MAX_SCORE if valid else EntityRecognizer.MIN_SCORE
            if recognizer.invalidate_result(found):
                score = EntityRecognizer.MIN_SCORE
            if score <= EntityRecognizer.MIN_SCORE:
                continue
            explanation: Any = None
            if explained:
                explanation = recognizer.build_regex_explanation(
                    name, pattern.name, pattern.regex, pattern.score, valid, flags
                )
                explanation.score = score
            results.append(
                RecognizerResult(
                    entity_type=entity,
                    start=start,
                    end=end,
                    score=score,
                    analysis_explanation=explanation,
                    recognition_metadata={
                        RecognizerResult.RECOGNIZER_NAME_KEY: name,
                        RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: identifier,
                    },
                )
            )
    return without_duplicates(results)


def without_duplicates(results: list[RecognizerResult]) -> list[RecognizerResult]:
    """Return what ``EntityRecognizer.remove_duplicates`` returns.

    Args:
        results: Results of one type of entity, each with a score.
    """
    if len(results) < 2:
        return results
    ordered = sorted(results, key=attrgetter("start"))
    if all(one.end <= other.start for one, other in pairwise(ordered)):
        return ordered  # what does not overlap holds nothing twice
    return EntityRecognizer.remove_duplicates(results)
