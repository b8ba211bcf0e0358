"""No recognizer of Presidio's reaches for the network."""

import sys
from copy import copy
from functools import cache
from typing import Any


def offline(recognizer: Any) -> Any:
    """Return an e-mail recognizer that fetches no list of suffixes, and any other as it is.

    ``presidio_analyzer`` validates the domain of an address with ``tldextract``, which fetches the
    Public Suffix List when it is first asked. The list that the package brings decides instead.
    """
    if "presidio_analyzer" not in sys.modules:  # then it is none of Presidio's
        return recognizer
    from presidio_analyzer.predefined_recognizers import EmailRecognizer

    if getattr(type(recognizer), "validate_result", None) is not EmailRecognizer.validate_result:
        return recognizer
    kept: Any = copy(recognizer)
    kept.validate_result = _has_suffix
    return kept


def _has_suffix(pattern_text: str) -> bool:
    return bool(_suffixes()(pattern_text).fqdn)


@cache
def _suffixes() -> Any:
    import tldextract

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
