"""A question for something and the answer of another: what stands between ends no sentence."""

import re
from typing import Final

ANSWERED: Final = re.compile(
    r"(?:,?\s(?:please|pls|again|for me)){0,2}\s?\?[\"'*_ ]{0,3}(?:\s|\\n){1,3}"
    r"(?:[*_>-]{0,3}\s?[\w .]{1,24}[*_]{0,2}:[*_]{0,2}\s)?"
    r"(?:(?i:yes|yeah|yep|sure|ok|okay|of course|right|so|well|hi|um|uh|it(?:'s|\u2019s| is)"
    r"|that(?:'s|\u2019s| is)|this is|here (?:it is|you go|you are))[,.:;!]{0,2}\s){0,4}\Z"
)
"""The end of a question, who answers it, and what people say before they do."""
