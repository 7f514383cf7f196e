"""Several names as one phrase."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.text import Texts


def and_list(words: Texts, names: Sequence[str]) -> str:
    """Names in the language of the texts: ``A, B and C``."""
    if len(names) < 2:
        return "".join(names)
    return words("and-list", first=words("comma").join(names[:-1]), last=names[-1])
