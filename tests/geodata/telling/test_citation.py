"""Sources as a reader cites them."""

from __future__ import annotations

from typing import Any

import pytest

from geodata import Atlas
from geodata.telling.citation import cite

SOURCE = {"author": "", "title": "A Title", "publisher": "", "date": "", "year": ""}


@pytest.mark.parametrize(
    ("given", "locator", "expected"),
    [
        ({}, "", "“A Title”, no date."),
        ({"author": "A. One"}, "", "A. One, “A Title”, no date."),
        ({"author": "A. One; B. Two"}, "", "A. One and B. Two, “A Title”, no date."),
        ({"author": "A. One;B. Two; C. Three"}, "", "A. One, B. Two and C. Three, “A Title”, no date."),
        ({"publisher": "A Press", "year": "1950"}, "", "“A Title”, A Press, 1950."),
        ({"year": "1988", "date": "1988-12-01"}, "", "“A Title”, 1 December 1988."),
        ({"year": "1988", "date": "1988-22"}, "pp. 3–4", "“A Title”, summer 1988, pp. 3–4."),
    ],
)
def test_parts_that_are_known_and_no_others(given: dict[str, Any], locator: str, expected: str) -> None:
    assert cite(SOURCE | given, locator) == expected


def test_every_source_of_the_built_in_atlas_can_be_cited(afghanistan: Atlas) -> None:
    for source in afghanistan.sources.to_dict("records"):
        text = cite(source)
        assert source["title"] in text
        assert ", ," not in text
        assert source["year"] in text, f"{source['source_id']}: {text}"
