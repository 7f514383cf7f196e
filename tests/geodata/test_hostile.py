"""The atlas of a stranger who means harm, through every output of the library: its text shows and does nothing."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

import geodata
from geodata import export
from geodata.export.csvw import csv_bytes
from geodata.telling import bibtex, cite, csl_json, safe_markdown
from tests.hostile import HOST, PAYLOADS, hostile_atlas
from tests.made_up import Folder

FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Folder, dict[str, str]]:
    return hostile_atlas(tmp_path_factory.mktemp("stranger") / "atlas")


@pytest.fixture(scope="module")
def atlas(hostile: tuple[Folder, dict[str, str]]) -> geodata.Atlas:
    return hostile[0].load()


class Elements(HTMLParser):
    """What a browser would make of a text: names of elements, attributes, and the text that is shown."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.shown = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.shown += data


def assert_harmless(names: set[str], attributes: list[tuple[str, str]]) -> None:
    assert not names & {"script", "img", "iframe", "object", "embed", "link", "style", "base", "meta", "form", "b", "x"}
    for name, value in attributes:
        assert not name.startswith("on"), name
        if name in ("href", "src"):
            assert value.startswith(("https://", "http://")), value


def test_every_free_text_of_every_table_is_a_payload(hostile: tuple[Folder, dict[str, str]]) -> None:
    _, placed = hostile
    assert len(placed) >= 162
    assert len(set(placed.values())) == len(placed)


def test_cards_of_a_notebook(atlas: geodata.Atlas, hostile: tuple[Folder, dict[str, str]]) -> None:
    placed = hostile[1]
    cards = {"atlas": Elements(atlas._repr_html_()), "call": Elements(atlas.call("north", "1900")._repr_html_())}
    for card in cards.values():
        assert_harmless(card.names, card.attributes)
    assert placed["datapackage.json:title"] in cards["atlas"].shown
    assert placed["datapackage.json:control"] in cards["atlas"].shown
    assert placed["provinces.geojson:1:name"] in cards["call"].shown
    assert placed["claims.csv:2:statement"] in cards["call"].shown
    assert placed["sources.csv:2:title"] in cards["call"].shown


@pytest.mark.parametrize("offset", [0, 11, 20, 23])
def test_figure_as_svg(tmp_path: Path, offset: int) -> None:
    """Names with dollars are no mathematics, names with brackets no elements."""
    folder, placed = hostile_atlas(tmp_path / "atlas", offset)
    file = tmp_path / "figure.svg"
    folder.load().plot("1910-11").savefig(file)
    root = ET.fromstring(file.read_bytes())
    elements = list(root.iter())
    attributes = [
        (name.rpartition("}")[2], value)
        for one in elements
        for name, value in one.attrib.items()
        if not (name.endswith("href") and value.startswith(("#", "data:image/png;base64,")))
    ]
    names = {one.tag.rpartition("}")[2].lower() for one in elements} - {"style", "metadata", "image"}
    assert_harmless(names, [one for one in attributes if not one[1].startswith("http://www.w3.org/")])
    shown = " ".join(text.strip() for one in elements for text in (one.text, one.tail) if text)
    # The description tells every province with its name.
    assert placed["provinces.geojson:1:name"] in shown
    assert [one for one in attributes if HOST in one[1]] == []


def test_figure_takes_dollars_for_dollars(folder: Folder, tmp_path: Path) -> None:
    """Between two dollars matplotlib would set mathematics, or stop at what is none."""
    folder.set("factions.csv", 2, "name", "$\\frac{1}{2}$")
    folder.set("periods.csv", 2, "label", "$_{$")
    file = tmp_path / "figure.svg"
    folder.load().plot("1900").savefig(file)
    texts = ["".join(one.itertext()) for one in ET.fromstring(file.read_bytes()).iter() if one.tag.endswith("text")]
    assert any("$\\frac{1}{2}$" in text for text in texts)
    assert any("$_{$" in text for text in texts)


@pytest.mark.parametrize("ending", ["png", "pdf"])
def test_other_figures_are_drawn(atlas: geodata.Atlas, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"figure.{ending}"
    atlas.plot("1910-11").savefig(file)
    content = file.read_bytes()
    assert len(content) > 10_000
    # No link and no action: in a PDF they would stand in annotations. What is packed in a PNG may spell anything.
    assert ending == "png" or not re.search(rb"/(JavaScript|JS|Launch|URI|OpenAction|AA)\b", content)


@pytest.mark.parametrize("text", ['=HYPERLINK("https://x.org")', "+1+cmd", "-2 and more", "@SUM(A1)", "'=1"])
def test_calls_as_csv_open_in_a_spreadsheet_as_text(folder: Folder, tmp_path: Path, text: str) -> None:
    folder.set("factions.csv", 2, "name", f"'{text}")
    folder.set_property(1, "name", text)
    file, metadata = export.write(folder.load(), "1900", tmp_path / "calls.csv")
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0]["name"] == rows[0]["faction"] == f"'{text}"
    assert float(rows[0]["area_km2"]) > 0
    notes = json.loads(metadata.read_text(encoding="utf-8"))["notes"]
    assert any("apostrophe" in note for note in notes if isinstance(note, str))


def test_no_cell_of_a_hostile_atlas_begins_as_a_formula(atlas: geodata.Atlas) -> None:
    for table in (atlas.claims(), atlas.events(), atlas.factions, atlas.sources, atlas.summary()):
        text = csv_bytes(pd.DataFrame(table), list(table.columns)).decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        assert [cell for cell in cells if cell.startswith(FORMULA) and not re.fullmatch(r"-?[\d.]+", cell)] == []


def test_table_written_as_csv_is_read_back_as_it_was(folder: Folder) -> None:
    notes = ["=1+1", "-1 or +1", "'=1", "''-1", "'quoted'"]
    rows = folder.rows("factions.csv")
    before = folder.load().factions.assign(note=notes)
    (folder.path / "factions.csv").write_bytes(csv_bytes(before, rows[0]))
    assert folder.load().factions.equals(before)


def test_bibliographies(atlas: geodata.Atlas, hostile: tuple[Folder, dict[str, str]]) -> None:
    placed = hostile[1]
    text = bibtex(atlas.sources)
    entries = re.findall(r"^@\w+\{(.*),$", text, flags=re.MULTILINE)
    assert entries == ["S01", "S02"]
    # BibTeX counts braces whatever stands before them: each entry closes where it should.
    depth = 0
    for line in text.splitlines():
        depth += line.count("{") - line.count("}")
        assert depth >= 0
        assert depth == (0 if line in ("}", "") else 1), line
    assert "\\input" not in text
    items = json.loads(csl_json(atlas.sources))
    assert [one["title"] for one in items] == [placed["sources.csv:2:title"], placed["sources.csv:3:title"]]


def test_citation_is_the_text_as_it_is(atlas: geodata.Atlas, hostile: tuple[Folder, dict[str, str]]) -> None:
    (first, _) = atlas.sources.to_dict("records")
    assert hostile[1]["sources.csv:2:title"] in cite(first)


def test_documents_keep_neither_images_nor_tags_nor_foreign_links(atlas: geodata.Atlas) -> None:
    for text in atlas.package.documents.values():
        safe = safe_markdown(text)
        assert not re.search(r"!\[", safe)
        assert not re.search(r"<(script|img|svg|b|x)\b", safe)
        assert not re.search(r"\]\(\s*javascript|\]:\s*javascript|<javascript", safe)
        assert safe.count("pwned") >= len(PAYLOADS) - 2
