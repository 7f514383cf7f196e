"""Several names as one phrase."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.text import Texts


def and_list(words: Texts, names: Sequence[str]) -> str:
    """Names in the language of the texts: ``A, B and C``."""
    if len(names) < 2:
        return "".join(names)
    return words("and-list", first=words("comma").join(names[:-1]), last=names[-1])


MOST_NAMES = 30
"""In one sentence: more of them are read by nobody, and travel with each move of the slider."""


def listed(names: Sequence[str], words: Texts, most: int = MOST_NAMES) -> str:
    """Names in a row, and the number of those that are too many.

    Parameters
    ----------
    names : sequence of str
    words : Texts
    most : int, optional
        How many are named.
    """
    shown = words("comma").join(names[:most])
    return shown if len(names) <= most else words("legend-more", names=shown, count=len(names) - most)
