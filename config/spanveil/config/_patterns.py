"""A user's own expressions for what is sensitive, held to linear time at load.

Python's ``re`` backtracks, so that one expression can stop a process (CWE-1333). What is taken here
cannot: every repetition has an upper bound, and the number of ways in which the expression can be
tried at one place, as well as the length that it can match, are bounded. The whole is then linear
in the text.
"""

import re
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, model_validator

MAX_WAYS: Final = 20_000
MAX_WIDTH: Final = 512
_MAX_LENGTH: Final = 1_000

# CPython's own parser of expressions; a module of the standard library since 3.11.
_parser: Any = re._parser  # type: ignore[attr-defined]
_constants: Any = re._constants  # type: ignore[attr-defined]


def linear_ways(regex: str) -> int:
    """Return in how many ways an expression can be tried at one place.

    Args:
        regex: The expression.

    Raises:
        ValueError: It does not compile, has a repetition without an upper bound, a backreference or
            a look-around, or can match nothing. The message does not quote it.

    >>> linear_ways(r"EMP-[0-9]{4,6}"), linear_ways(r"(?:a|b{1,3}){2}")
    (3, 16)
    """
    if len(regex) > _MAX_LENGTH:
        raise ValueError(f"at most {_MAX_LENGTH} characters")
    try:
        parsed = _parser.parse(regex)
        re.compile(regex)
    except (re.error, OverflowError, RecursionError):
        raise ValueError("a regular expression that compiles") from None
    low, high = parsed.getwidth()
    ways = _ways(parsed)
    if low == 0:
        raise ValueError("an expression that matches at least one character")
    if ways > MAX_WAYS or high > MAX_WIDTH:
        raise ValueError("an expression that runs in linear time: fewer or narrower repetitions")
    return ways


def _ways(parsed: Any) -> int:
    ways = 1
    for operation, argument in parsed:
        ways *= _ways_of(operation, argument)
        if ways > MAX_WAYS:
            return ways
    return ways


def _ways_of(operation: Any, argument: Any) -> int:
    match str(operation):
        case "LITERAL" | "NOT_LITERAL" | "ANY" | "IN" | "AT":
            return 1
        case "SUBPATTERN":
            return _ways(argument[3])
        case "ATOMIC_GROUP":
            return _ways(argument)
        case "BRANCH":
            return sum(map(_ways, argument[1]))
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _ways_of_repeat(*argument)
    raise ValueError("an expression without backreferences, look-around and conditions")


def _ways_of_repeat(low: Any, high: Any, body: Any) -> int:
    if high is _constants.MAXREPEAT:
        raise ValueError("an upper bound for every repetition, such as {1,64} for +")
    inner, total = _ways(body), 0
    for count in range(int(low), int(high) + 1):
        total += inner**count if inner > 1 else 1
        if total > MAX_WAYS:
            break
    return total


class Pattern(BaseModel):
    """An expression for what is sensitive to a user, besides what detection knows.

    Attributes:
        name: The rule's name, which a fault at load names.
        regex: An expression of Python's ``re`` with an upper bound for every repetition.
        score: As Presidio's: findings below a profile's ``min_score`` stay.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    name: str = Field(pattern=r"^[a-z][a-z0-9_-]{0,31}$")
    regex: str
    score: float = Field(default=0.8, ge=0, le=1)

    @model_validator(mode="after")
    def _is_linear(self) -> "Pattern":
        try:
            linear_ways(self.regex)
        except ValueError as error:
            raise ValueError(f"of rule {self.name}: {error}") from None
        return self
