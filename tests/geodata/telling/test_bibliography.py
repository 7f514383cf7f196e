"""Sources as BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import re
from typing import Any

import pandas as pd
import pytest

from geodata import Atlas, dates
from geodata.telling.bibliography import bibtex, csl_json

SOURCE = {
    "source_id": "S01", "type": "book", "title": "A Title", "author": "", "year": "", "date": "", "publisher": "",
    "url": "", "language": "en", "kind": "press", "independent": True, "thin": False, "note": "",
}  # fmt: skip


def entry(**cells: Any) -> str:
    return bibtex(pd.DataFrame([SOURCE | cells]))


def item(**cells: Any) -> Any:
    return json.loads(csl_json(pd.DataFrame([SOURCE | cells])))[0]


class TestBibtex:
    @pytest.mark.parametrize(
        ("kind", "expected", "field"),
        [
            ("book", "book", "publisher"),
            ("article-newspaper", "article", "journal"),
            ("article-journal", "article", "journal"),
            ("report", "techreport", "institution"),
            ("chapter", "incollection", "booktitle"),
            ("webpage", "misc", "howpublished"),
            ("entry-encyclopedia", "misc", "howpublished"),
        ],
    )
    def test_type_and_the_field_of_the_publisher(self, kind: str, expected: str, field: str) -> None:
        text = entry(type=kind, publisher="The Paper")
        assert text.startswith(f"@{expected}{{S01,\n")
        assert f"  {field} = {{The Paper}},\n" in text

    def test_names_are_not_taken_apart(self) -> None:
        text = entry(author="Lester W. Grau; CIA Directorate of Intelligence")
        assert "author = {{Lester W. Grau} and {CIA Directorate of Intelligence}}," in text

    def test_signs_that_mean_something_to_latex(self) -> None:
        text = entry(title=r"50% of A & B: #1_x {y} \z ~ $5", url="https://example.org/a_b%20c~d")
        assert (
            r"title = {{50\% of A \& B: \#1\_x \textbraceleft{}y\textbraceright{} \textbackslash{}z "
            r"\textasciitilde{} \$5}}," in text
        )
        assert "url = {https://example.org/a_b%20c~d}," in text
        # BibTeX ends a field where the braces balance.
        assert text.count("{") == text.count("}")

    def test_dates_stay_edtf(self) -> None:
        text = entry(year="1988", date="1988-08?")
        assert "year = {1988},\n  date = {1988-08?}," in text

    def test_empty_cells_leave_no_field(self) -> None:
        assert entry() == "@book{S01,\n  title = {{A Title}},\n  language = {en},\n}\n"

    def test_every_source_of_the_built_in_atlas_has_an_entry(self, afghanistan: Atlas) -> None:
        text = bibtex(afghanistan.sources)
        assert re.findall(r"^@\w+\{(\w+),$", text, re.MULTILINE) == list(afghanistan.sources["source_id"])
        assert re.findall(r"^  date = \{(.+)\},$", text, re.MULTILINE) == [
            date for date in afghanistan.sources["date"] if date
        ]


class TestCsl:
    @pytest.mark.parametrize(
        ("date", "expected"),
        [
            ("1988", {"date-parts": [[1988]]}),
            ("1988-12-01", {"date-parts": [[1988, 12, 1]]}),
            ("1989~", {"date-parts": [[1989]], "circa": True}),
            ("1988-08?", {"date-parts": [[1988, 8]], "circa": True}),
            ("1988/1989", {"date-parts": [[1988], [1989]]}),
            ("1986-03-21/1987-03-20", {"date-parts": [[1986, 3, 21], [1987, 3, 20]]}),
            ("1988-22", {"literal": "summer 1988"}),
            ("198X", {"literal": "1980s"}),
            ("1988-08/..", {"literal": "from August 1988"}),
        ],
    )
    def test_dates(self, date: str, expected: Any) -> None:
        told = item(date=date)
        assert told["issued"] == expected
        assert told["custom"]["edtf"] == date

    def test_year_where_no_date_is_known(self) -> None:
        assert item(year="1988")["issued"] == {"date-parts": [[1988]]}
        assert "issued" not in item()

    def test_where_it_appeared(self) -> None:
        assert item(type="article-newspaper", publisher="The Paper")["container-title"] == "The Paper"
        assert item(type="book", publisher="A Press")["publisher"] == "A Press"

    def test_what_sort_of_witness_it_is(self) -> None:
        assert item(thin=True)["custom"] == {"kind": "press", "independent": True, "thin": True}

    def test_nothing_of_the_built_in_atlas_is_lost(self, afghanistan: Atlas) -> None:
        items = {one["id"]: one for one in json.loads(csl_json(afghanistan.sources))}
        for source in afghanistan.sources.to_dict("records"):
            told = items[source["source_id"]]
            assert told["type"] == source["type"]
            assert told["title"] == source["title"]
            assert told.get("URL", "") == source["url"]
            assert told["custom"].get("edtf", "") == source["date"]
            assert "; ".join(author["literal"] for author in told.get("author", [])) == source["author"]
            for part in told.get("issued", {}).get("date-parts", []):
                assert dates.parse("-".join(f"{number:02}" for number in part))
