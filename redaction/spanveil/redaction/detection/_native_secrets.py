"""Passwords of native letters beside the word for one: `密码是春风1981`, `비밀번호는 고양이469`.

What follows the word is a sentence of the same letters. So a password is what the sentence has
nothing like: letters with two digits or more behind them, or words that a sign joins. Some scripts
set no spaces, so that what says `is` in them is where a password begins.
"""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Finding

# Letters with the marks above and below them, which Python does not count among the letters
_LETTER: Final = (
    r"(?:(?![\d\u00d7\u00f7\u0387\u0589\u05be\u05c3\u060c\u061b\u061f\u06d4\u0964\u0965\u0e2f\u30fb])"
    r"[A-Za-z\u00c0-\u1fff\u200c\u200d\u3005\u3041-\ud7a3\uf900-\ufaff])"
)
_SIGN: Final = r"[!?#$%&*@^~+]"
_JOIN: Final = r"[!#$%&*@^~]"
_BEGINS: Final = (
    r"(?:[\s\"'`\u00ab\u201c\u201d\u201e\u300c\u300e(\[:=\uff1a\u2014\u2013-]"
    r"|\u662f|\u70ba|\u4e3a|\u6210\u4e86?|\u53eb|\u7528|\u306f|\u3092|\u304c|\u0e04\u0e37\u0e2d|\u0e40\u0e1b\u0e47\u0e19)"
)
# How many signs a password has to have, in the languages that write it together with the number
_RULES: Final = (
    r"(?!\u534a\u89d2|\u5168\u89d2|\u82f1\u6570|\u82f1\u6578|\u82f1\u6587|\u6587\u5b57|\u6570\u5b57|\u6578\u5b57|\u957f\u5ea6|\u9577\u5ea6|\u81f3\u5c11|\u6700[\u5c11\u591a\u5927\u5c0f\u4f4e]|"
    r"\u7b2c|\u6bcf|\u5171|\u7ea6|\u7d04|\ucd5c[\uc18c\ub300]|\uc601\ubb38|\uc22b\uc790)"
)
# What is counted, and a letter where words are parted by spaces
_ENDS: Final = (
    r"(?![\d%]|\s?(?:\u5b57|\u6587\u5b57|\u4f4d|\u6841|\u500b|\u4e2a|\u56de|\u6b21|[\u5e74\u6708\u65e5\u5929\u6642\u65f6\u5206\u79d2\u5ea6\u70b9\u5186\u5143\u7ae0\u9875\u9801]|\uc790|\uae00|\ub144|\uc6d4|\uc77c|\uc2dc|\ubd84|\ucd08|\uac1c|\ud68c|\uba85|\ubc88|\ucc28)"
    r"|[A-Za-z\u00c0-\u0dff\u10a0-\u1fff])"
)
_VALUE: Final = re.compile(
    _BEGINS
    + _RULES
    + rf"(?P<value>{_LETTER}{{2,20}}(?:\d{{2,8}}{_SIGN}{{0,3}}|\d{_SIGN}{{1,3}}|{_JOIN}{{1,2}}(?:\d{{1,8}}|{_LETTER}{{2,20}}\d{{0,8}}){_SIGN}{{0,3}}))"
    + _ENDS
)
# A sentence ends before it says anything of the next thing.
_SENTENCE: Final = re.compile(r"(?:[^\n.\u3002!?;\uff1b\u061f\u0964]|[.!?](?=\S)){0,56}")
_REACH: Final = 32
# Greek says `code` of what is sold, ordered or sent, too.
_OF_THING: Final = re.compile(
    r"\s{0,2}(?:\u03c0\u03c1\u03bf\u03ca\u03cc|\u03c0\u03b1\u03c1\u03b1\u03b3\u03b3|\u03c0\u03b5\u03bb\u03ac\u03c4|\u03b5\u03af\u03b4\u03bf|\u03ba\u03c1\u03ac\u03c4|\u03c7\u03ce\u03c1|\u03c3\u03c6\u03ac\u03bb|\u03b1\u03c0\u03bf\u03c3\u03c4|\u03bc\u03b1\u03b8\u03ae|\u03c5\u03bb\u03b9\u03ba|\u03c0\u03b5\u03c1\u03b9\u03bf\u03c7|\u03b1\u03bd\u03b1\u03c6)"
)
# What has a number besides: a version, a fault
_NUMBERED: Final = re.compile(
    r"\u9519\u8bef|\u932f\u8aa4|\u8fd4\u56de|\u7248\u672c|\u30a8\u30e9\u30fc|\u30d0\u30fc\u30b8\u30e7\u30f3|\uc624\ub958|\ubc84\uc804|\u0432\u0435\u0440\u0441\u0438|\u043e\u0448\u0438\u0431\u043a|\u03c3\u03c6\u03ac\u03bb\u03bc|\u03ad\u03ba\u03b4\u03bf\u03c3|\u05d2\u05e8\u05e1\u05d4",
    re.IGNORECASE,
)
_MOST: Final = 2
"""How many passwords a sentence has: the old one and the new one."""


def native_passwords(text: str, end: int) -> Iterator[Finding]:
    """Yield the passwords of native letters in the sentence behind the word for one.

    Args:
        text: The text.
        end: Where the word ends.
    """
    sentence = _SENTENCE.match(text, end)
    if sentence is None or _OF_THING.match(text, end):
        return
    place, stop = end, sentence.end()
    for _ in range(_MOST):
        match = _VALUE.search(text, place, min(len(text), stop + _REACH))
        if match is None or match.start() > stop:
            return
        value = match["value"]
        # A number in capitals is that of an article or a document, one of ASCII that of a product.
        named = value.isalnum() and (value.isascii() or value.isupper())
        if not named and _NUMBERED.search(value) is None:
            yield Finding(*match.span("value"), SECRET, 0.75)
        place = match.end("value")
