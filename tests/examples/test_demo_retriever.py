"""The demo's retriever ranks, and returns nothing that shares no word with the question."""

from langchain_core.documents import Document

from examples.demo._retriever import ContractRetriever

_DOCUMENTS = [
    Document("Opening hours: branches close at noon on Fridays."),
    Document("Disputed payments: the bank refunds a disputed card payment within ten days."),
    Document("Card limits: a card payment is limited to a thousand a day."),
]


def test_the_best_match_comes_first() -> None:
    found = ContractRetriever(documents=_DOCUMENTS).invoke("Who refunds my disputed card payment?")

    assert found == [_DOCUMENTS[1], _DOCUMENTS[2]]


def test_a_question_without_a_common_word_finds_nothing() -> None:
    assert ContractRetriever(documents=_DOCUMENTS).invoke("xyzzy") == []


def test_no_documents_is_no_error() -> None:
    assert ContractRetriever(documents=[]).invoke("anything") == []
