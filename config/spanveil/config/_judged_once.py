"""Remember answers about texts without remembering anybody's text."""

from collections.abc import Callable


def judged_once(judge: Callable[[str], bool], most: int) -> Callable[[str], bool]:
    """Return a function that asks once about each text.

    A text is remembered if the answer is yes, which must mean that it is made of words that are
    listed. Of any other text only Python's hash is kept: two texts of one hash, of which there is
    none in practice, would both get a no.

    Args:
        judge: What is asked.
        most: How many answers of each kind are remembered.

    >>> is_short = judged_once(lambda text: len(text) < 3, 100)
    >>> is_short("ab"), is_short("abc"), is_short("abc")
    (True, False, False)
    """
    known: set[str] = set()
    others: set[int] = set()

    def ask(text: str) -> bool:
        if text in known:
            return True
        if hash(text) in others:
            return False
        if judge(text):
            if len(known) >= most:
                known.clear()
            known.add(text)
            return True
        if len(others) >= most:
            others.clear()
        others.add(hash(text))
        return False

    return ask
