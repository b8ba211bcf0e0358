"""Fairness between tags: who may be next, and how much room each may take.

Both know tags only as opaque words. Where a stream's tags are not believed, the name of the
authenticated client stands in their place.
"""

from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Collection, Iterator
from typing import Final, Generic, Protocol, TypeVar

_QUANTUM: Final = 256 * 1024
"""Bytes that a tag may send in its turn, about the size of one ordinary batch."""


class Sized(Protocol):
    """What can be queued fairly."""

    @property
    def tag(self) -> str:
        """Whose it is."""

    @property
    def size(self) -> int:
        """What it costs, in bytes."""


_T = TypeVar("_T", bound=Sized)


class FairBacklog(Generic[_T]):
    """Deficit round robin (Shreedhar and Varghese, 1995): each tag gets the same bytes a round.

    Within a tag the order is that of arrival.

    Attributes:
        size: Bytes of all entries.
    """

    def __init__(self) -> None:
        self._waiting: OrderedDict[str, deque[_T]] = OrderedDict()
        self._deficit: dict[str, int] = {}
        self._length = 0
        self.size = 0

    def __len__(self) -> int:
        return self._length

    def put(self, entry: _T) -> None:
        """Append an entry to its tag's line."""
        line = self._waiting.get(entry.tag)
        if line is None:
            line = self._waiting[entry.tag] = deque()
            self._deficit[entry.tag] = 0
        line.append(entry)
        self._length += 1
        self.size += entry.size

    def has(self, but: Collection[str] = ()) -> bool:
        """Say whether there is an entry of a tag that is not among some."""
        return any(tag not in but for tag in self._waiting)

    def get(self, but: Collection[str] = ()) -> _T:
        """Take the next entry.

        Args:
            but: Tags whose turn it is not; they keep their place and gain nothing.

        Raises:
            IndexError: There is none.
        """
        if not self.has(but):
            raise IndexError("empty backlog")
        while True:
            tag, line = next(one for one in self._waiting.items() if one[0] not in but)
            if self._deficit[tag] < line[0].size:
                self._deficit[tag] += _QUANTUM
            if self._deficit[tag] >= line[0].size:
                break
            self._waiting.move_to_end(tag)
        entry = line.popleft()
        self._length -= 1
        self.size -= entry.size
        self._deficit[tag] -= entry.size
        if not line:
            del self._waiting[tag], self._deficit[tag]
        elif self._deficit[tag] < line[0].size:
            self._waiting.move_to_end(tag)
        return entry

    def get_more(self, tag: str, room: int, fits: Callable[[_T], bool]) -> Iterator[_T]:
        """Take what follows at the head of a tag's line, as long as it fits.

        The tag pays for it in its next turns.

        Args:
            tag: Whose line.
            room: Bytes in all.
            fits: Says whether an entry may go along.
        """
        line = self._waiting.get(tag)
        while line and line[0].size <= room and fits(line[0]):
            entry = line.popleft()
            self._length -= 1
            self.size -= entry.size
            self._deficit[tag] -= entry.size
            room -= entry.size
            if not line:
                del self._waiting[tag], self._deficit[tag]
            yield entry


class Room:
    """A bounded number of bytes, shared by tags with a dynamic threshold.

    A tag may hold at most ``max_share`` times what is free at that moment (Choudhury and Hahne,
    1998): alone it gets ``max_share / (1 + max_share)`` of the whole, and there is always room left
    for one that comes later.

    Args:
        capacity: Bytes in all.
        max_share: See above.
    """

    def __init__(self, capacity: int, max_share: float) -> None:
        self.capacity = capacity
        self._max_share = max_share
        self._held: Counter[str] = Counter()
        self.used = 0

    def admits(self, tag: str, size: int) -> bool:
        """Say whether a tag may take so many bytes more."""
        free = self.capacity - self.used
        return size <= free and self._held[tag] + size <= self._max_share * max(0, free)

    def take(self, tag: str, size: int) -> None:
        """Account for bytes; a negative size gives them back."""
        self.used += size
        self._held[tag] += size
        if self._held[tag] <= 0:
            del self._held[tag]
