"""A small in-memory retriever over the documents of one tenant."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import PrivateAttr

# Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section
# 3.6: 1.2 < k1 < 2 and 0.5 < b < 0.8 are reasonably good in many circumstances.
_K1: Final = 1.5
_B: Final = 0.75
_WORD: Final = re.compile(r"\w+")


def _terms(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


class ContractRetriever(BaseRetriever):
    """Rank documents by BM25, a function of the words that question and document share.

    Attributes:
        documents: All that this retriever can ever return: one tenant's documents.
        limit: How many it returns at most.
    """

    documents: Sequence[Document]
    limit: int = 2

    _counts: list[Counter[str]] = PrivateAttr()
    _weights: dict[str, float] = PrivateAttr()

    def model_post_init(self, context: Any, /) -> None:
        """Count the words once."""
        self._counts = [Counter(_terms(document.page_content)) for document in self.documents]
        total = len(self._counts)
        frequency = Counter(term for counts in self._counts for term in counts)
        self._weights = {
            term: math.log(1 + (total - n + 0.5) / (n + 0.5)) for term, n in frequency.items()
        }

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        terms = set(_terms(query))
        scores = [self._score(terms, counts) for counts in self._counts]
        ranking = sorted(range(len(scores)), key=lambda index: -scores[index])
        return [self.documents[index] for index in ranking[: self.limit] if scores[index] > 0]

    def _score(self, terms: set[str], counts: Counter[str]) -> float:
        average = sum(c.total() for c in self._counts) / len(self._counts)
        norm = _K1 * (1 - _B + _B * counts.total() / average)
        return sum(
            self._weights[term] * counts[term] * (_K1 + 1) / (counts[term] + norm)
            for term in terms & counts.keys()
        )
