"""The atlas of a stranger who means harm, in a browser: every view, the published page, the map of a notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from dashboard.map import explore
from dashboard.publish import publish
from dashboard.state import VIEWS
from tests.browser.conftest import AtlasPage
from tests.browser.file_page import opened
from tests.hostile import HOST, MARK, hostile_atlas
from tests.made_up import Folder
from tests.servers import running, serving

pytestmark = pytest.mark.slow

READY = '.atlas-map[data-ready="true"]'

OFFSETS = (0, 15)
"""With each, other payloads stand in each cell; one server for each."""

TRACES = """([mark, host]) => {
  const found = mark in window ? ["a script ran"] : [];
  const told = (one, name, value) => found.push(`<${one.localName} ${name}="${value}">`);
  const loads = new Set(["src", "srcset", "data", "poster", "background", "xlink:href"]);
  const leads = new Set(["href", "action", "formaction"]);
  const roots = [document];
  for (const root of roots) {
    for (const one of root.querySelectorAll("*")) {
      if (one.shadowRoot) roots.push(one.shadowRoot);
      if (one.localName === "template") roots.push(one.content);
      if (one.localName === "x" || (one.localName === "b" && one.textContent === mark)) told(one, "", "");
      if (one.localName === "script" && !one.type.includes("json") && one.textContent.startsWith(`window.${mark}`)) {
        told(one, "script", one.textContent);
      }
      for (const {name, value} of one.attributes) {
        if (name.startsWith("on") || name === "autofocus") told(one, name, value);
        if (name === "xmlns" && value === mark) told(one, name, value);
        if (loads.has(name) && value.includes(host)) told(one, name, value);
        if (leads.has(name) && !value.startsWith("#")) {
          const leadsTo = new URL(value, document.baseURI).protocol;
          if (!/^(https?|blob|data):$/.test(leadsTo)) told(one, name, value);
        }
      }
    }
  }
  return found;
}"""
"""What no text of an atlas may leave behind in a document: what ran, elements, attributes, addresses."""

SEEN = {
    "": ["datapackage.json:title", "datapackage.json:control", "factions.csv:2:name", "sides.csv:2:name"],
    "?colour=side": ["sides.csv:2:name"],
    "?colour=alliance": ["alliances.csv:2:short_name"],
    "?view=compare": ["provinces.geojson:1:name", "factions.csv:2:name", "periods.csv:2:label", "periods.csv:3:label"],
    "?view=compare&mode=change": ["provinces.geojson:1:name", "periods.csv:2:label"],
    "?view=what-if": ["sources.csv:2:title", "factions.csv:2:name"],
    "?view=trends": ["factions.csv:2:name", "periods.csv:2:label", "periods.csv:3:label"],
    "?view=trends&by=alliance": ["alliances.csv:2:short_name"],
    "?view=timeline": ["events.csv:2:statement", "factions.csv:2:name"],
    "?view=evidence": ["claims.csv:2:statement", "sources.csv:2:title", "claims.csv:7:note"],
    "?view=evidence&part=coverage": ["provinces.geojson:1:name", "periods.csv:2:label", "periods.csv:3:label"],
    "?view=evidence&part=agreement": ["periods.csv:2:label", "periods.csv:3:label"],
    "?view=evidence&part=sources": ["sources.csv:2:title", "sources.csv:3:title"],
    "?view=factions": ["factions.csv:2:ideology", "factions.csv:2:leader", "factions.csv:2:lineage"],
    "?view=method": ["datapackage.json:licenses:title", "README.md", "CHANGELOG.md"],
}
"""A sample of what each view tells, by where it stands in the atlas: it is seen there letter by letter."""

IN_THE_SHEET = (
    "provinces.geojson:1:name", "claims.csv:2:statement", "claims.csv:2:note", "claims.csv:2:locator",
    "sources.csv:2:title", "sources.csv:2:publisher",
)  # fmt: skip


@dataclass(frozen=True)
class Stranger:
    """An atlas that means harm, what it says by where it stands, and the folder in which its server runs."""

    folder: Folder
    placed: dict[str, str]
    around: Path


@pytest.fixture(scope="module", params=OFFSETS)
def stranger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Stranger:
    around = tmp_path_factory.mktemp("around")
    folder, placed = hostile_atlas(around / "atlas", request.param)
    for name in ("README.md", "CHANGELOG.md"):
        placed[name] = (folder.path / name).read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    return Stranger(folder, placed, around)


@pytest.fixture(scope="module")
def address(stranger: Stranger) -> Iterator[str]:
    with running(serving(stranger.folder.path), folder=stranger.around) as one:
        yield one
    assert made_by_the_atlas(stranger.around) == []


@pytest.fixture
def page(new_page: Callable[..., AtlasPage], address: str) -> Iterator[AtlasPage]:
    """A page that no text has made open a window, or let fail."""
    one = new_page(address=address, width=1366, height=768)
    told: list[str] = []
    watch(one.page, told)
    yield one
    assert told == []


def watch(page: Page, told: list[str]) -> None:
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    page.on("popup", lambda window: told.append(f"a window: {window.url}"))
    page.on("download", lambda file: told.append(f"a download: {file.url}"))

    def dismiss(dialog: Any) -> None:
        told.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", dismiss)


def made_by_the_atlas(folder: Path) -> list[str]:
    """Files that only a command hidden in a text would make."""
    return [one.name for one in folder.rglob("*") if MARK in one.name]


def traces(frames: list[Frame]) -> list[str]:
    return [trace for frame in frames for trace in frame.evaluate(TRACES, [MARK, HOST])]


def one_line(text: str) -> str:
    return " ".join(text.split())


def read(page: Page) -> str:
    """All that a reader can see or open, in one line."""
    texts = [frame.evaluate("document.documentElement.textContent") for frame in page.frames]
    return one_line(" ".join(texts))


def test_every_view_is_looked_at() -> None:
    assert {query.partition("view=")[2].partition("&")[0] or VIEWS[0] for query in SEEN} == set(VIEWS)


@pytest.mark.parametrize("query", SEEN)
def test_in_a_view_everything_is_text(page: AtlasPage, stranger: Stranger, query: str) -> None:
    if "view=" in query:
        page.page.goto(f"{page.address}/{query}")
    else:
        page.open(query)
    expect(page.page.locator(".atlas-footer")).to_be_visible()
    body = page.page.locator("body")
    for where in SEEN[query]:
        expect(body, f"{query}: {where}").to_contain_text(one_line(stranger.placed[where]))
    assert stranger.placed["datapackage.json:title"] in page.page.title()
    assert traces(page.page.frames) == []


def test_the_sheet_of_a_province_its_card_and_its_name(page: AtlasPage, stranger: Stranger) -> None:
    page.open("?period=1900&province=north")
    for where in IN_THE_SHEET:
        expect(page.evidence, where).to_contain_text(one_line(stranger.placed[where]))
    name = stranger.placed["provinces.geojson:1:name"]
    assert name in (page.province("north").get_attribute("aria-label") or "")
    page.province("north").hover()
    expect(page.map.locator(".atlas-card")).to_contain_text(one_line(name))
    for details in page.evidence.locator("details").all():
        details.evaluate("one => { one.open = true; }")
    assert traces(page.page.frames) == []


def test_the_layers_of_the_map(page: AtlasPage, stranger: Stranger) -> None:
    page.open("?period=1910-11&show=towns,events,neighbours")
    towns = page.map.locator(".atlas-town b")
    expect(towns.first).to_be_attached()
    assert stranger.placed["places.csv:2:name"] in towns.all_text_contents()
    page.map.locator(".atlas-event").first.hover(force=True)
    expect(page.map.locator(".atlas-card")).to_contain_text(one_line(stranger.placed["events.csv:2:statement"]))
    assert traces(page.page.frames) == []


def test_the_legend_dims_by_what_it_names_and_the_menus_open(page: AtlasPage, stranger: Stranger) -> None:
    page.open()
    blues = page.legend.locator('li[data-faction="blues"]')
    expect(blues).to_contain_text(one_line(stranger.placed["factions.csv:2:name"]))
    blues.get_by_role("button").click()
    expect(blues.get_by_role("button")).to_have_attribute("aria-pressed", "true")
    for menu in page.page.locator("details > summary").all():
        menu.evaluate("one => { one.parentElement.open = true; }")
    assert traces(page.page.frames) == []


def test_what_find_offers(page: AtlasPage, stranger: Stranger) -> None:
    page.open()
    page.page.get_by_role("combobox", name="Find place, group, leader").fill(MARK)
    options = page.page.get_by_role("listbox", name="Find place, group, leader").get_by_role("option")
    expect(options.first).to_be_visible()
    said = " ".join(one_line(text) for text in options.all_text_contents())
    known = [text for text in stranger.placed.values() if one_line(text) in said]
    assert len(known) >= options.count(), said
    assert traces(page.page.frames) == []


def test_the_published_page(browser: Browser, stranger: Stranger, tmp_path: Path) -> None:
    out = tmp_path / "published.html"
    out.write_bytes(publish(stranger.folder.load()))
    with opened(browser, out, "?period=1900&province=north") as page:
        expect(page.locator(READY)).to_be_visible()
        page.locator('path[data-province="north"]').hover()
        expect(page.locator(".atlas-card")).to_contain_text(one_line(stranger.placed["provinces.geojson:1:name"]))
        evidence = page.locator("#atlas-evidence")
        for where in IN_THE_SHEET:
            expect(evidence, where).to_contain_text(one_line(stranger.placed[where]))
        page.get_by_role("slider", name="Year").press("End")
        assert traces(page.frames) == []
        assert one_line(stranger.placed["datapackage.json:control"]) in read(page)


def test_the_map_of_a_notebook(
    browser: Browser, stranger: Stranger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    out = tmp_path / "saved.html"
    cell = explore(stranger.folder.load(), "1900")._repr_html_()
    out.write_text(f"<!DOCTYPE html><meta charset='utf-8'><title>Notebook</title>{cell}", encoding="utf-8")
    with opened(browser, out) as page:
        frame = page.frame_locator("iframe")
        expect(frame.locator(READY)).to_be_visible()
        frame.locator('path[data-province="north"]').hover()
        expect(frame.locator(".atlas-card")).to_contain_text(one_line(stranger.placed["provinces.geojson:1:name"]))
        assert traces(page.frames) == []
    assert made_by_the_atlas(tmp_path) == []
