"""A reader opens an atlas of their own in the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error as Gone
from playwright.sync_api import Frame, Page, expect
from playwright.sync_api import TimeoutError as TooLate

from geodata import export, load
from tests.browser.axe import violations
from tests.browser.conftest import AtlasPage
from tests.browser.waiting import until
from tests.dashboard.uploads.zips import packed
from tests.made_up import Folder
from tests.servers import SharedServer, serving

pytestmark = pytest.mark.slow

VALE = Path(__file__).parents[2] / "docs" / "examples" / "vale"
OF_STREAMLIT = 'presentation-role-conflict (minor): <section role="presentation" tabindex="-1"'
"""The box for files is Streamlit's own: it is named twice. See docs/known-issues.md."""

TOKEN = re.compile("/opened/([^/]+)/")

POPUP_MILLISECONDS = 3000


@pytest.fixture(scope="module")
def open_server() -> Iterator[SharedServer]:
    """One that lets one reader at a time."""
    *command, port = serving()
    shared = SharedServer([*command, "--uploads", "1", port])
    yield shared
    shared.end()


def give(page: Page, *files: Path) -> None:
    page.locator('[data-testid="stFileUploader"] input[type="file"]').set_input_files(list(files))


def choose(page: Page, label: str, option: str) -> None:
    """Choose in a box; an answer that comes in between closes its list, and the reader opens it again."""
    box = page.get_by_role("combobox", name=label, exact=True)
    for _ in range(20):
        box.click()
        try:
            page.get_by_role("option", name=option, exact=True).click(timeout=POPUP_MILLISECONDS)
            return
        except TooLate:
            page.keyboard.press("Escape")
    raise AssertionError(f"{label}: {option} could not be chosen")


def write(page: Page, label: str, text: str) -> None:
    page.get_by_label(label, exact=True).fill(text)
    page.get_by_label(label, exact=True).press("Tab")


def own_violations(page: Page) -> list[str]:
    return [one for one in violations(page) if not one.startswith(OF_STREAMLIT)]


def provinces(page: Page) -> set[str]:
    """Of the map that is shown."""
    frame = page.frame_locator('[data-testid="stCustomComponentV1"] >> visible=true')
    expect(frame.locator(".atlas-map")).to_have_attribute("data-ready", "true")
    return set(frame.locator("path[data-province]").evaluate_all("all => all.map(one => one.dataset.province)"))


def drawn(frame: Frame, province_id: str) -> bool:
    """Whether a province is on the map of a frame; in one that goes just now it is not."""
    try:
        return bool(frame.evaluate("id => Boolean(document.querySelector(`path[data-province='${id}']`))", province_id))
    except Gone:
        return False


def test_an_atlas_is_opened_for_one_page_and_for_no_other(
    new_page: Callable[..., AtlasPage], open_server: SharedServer, folder: Folder, tmp_path: Path
) -> None:
    atlas, name = load(folder.path), Path("atlas.zip")
    good, bad = tmp_path / "good.zip", tmp_path / "bad.zip"
    good.write_bytes(export.contents(atlas, None, name)[name])
    members = {path.name: path.read_bytes() for path in folder.path.iterdir() if path.is_file()}
    bad.write_bytes(packed(members | {"sides.csv": b"side_id\n\nx y\n"}))
    address = open_server.address()
    page = new_page(address=address).open().page
    built_in = provinces(page)
    tokens: set[str] = set()
    page.on("request", lambda one: tokens.update(TOKEN.findall(one.url)))

    page.get_by_role("radio", name="Open another").click()
    give(page, bad)
    row = page.get_by_role("row").filter(has_text="sides.csv").first
    expect(row).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("must be mended first")
    assert own_violations(page) == []
    page.get_by_role("button", name="Remove").first.click()
    give(page, good)
    page.get_by_role("button", name="Open this atlas").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Squareland")
    expect(page.locator(".atlas-opened")).to_contain_text("can’t be shared")
    own = set(atlas.provinces(atlas.periods[0].id)["province_id"])
    until(page, lambda: provinces(page) == own, "the provinces of the atlas that was opened")
    assert own_violations(page) == []
    assert len(tokens) == 1
    offered = page.locator(".atlas-tools [data-atlas-go]").evaluate_all("all => all.map(one => one.dataset.atlasGo)")
    assert offered == ["download", "cite"], "nothing that would share the address"

    page.get_by_role("slider").press("ArrowRight")
    until(page, lambda: f"period={atlas.periods[1].id}" in page.url, "the next year in the address")
    page.get_by_role("radio", name="Evidence").click()
    expect(page.get_by_text(atlas.claims()["statement"].iloc[0]).first).to_be_visible()
    page.locator(".take-away summary").click()
    expect(page.locator("#take-away-link")).to_have_count(0)
    given = page.context.request.get(address + str(page.locator('[data-file="atlas.zip"]').get_attribute("href")))
    assert given.body() == good.read_bytes()

    other = new_page(address=address).page
    other.goto(f"{address}/?view=open")
    give(other, good)
    expect(other.get_by_text("As many atlases are open as this server allows")).to_be_visible()
    other.get_by_role("radio", name="Map").click()
    assert provinces(other) == built_in

    of_the_reader = f"{address}/opened/{tokens.pop()}/data/claims.csv"
    assert other.context.request.get(of_the_reader).status == 200
    page.close()
    until(other, lambda: other.context.request.get(of_the_reader).status == 404, "nothing under the address")


def test_an_atlas_is_made_of_shapes_and_a_table(new_page: Callable[..., AtlasPage], open_server: SharedServer) -> None:
    page = new_page(address=open_server.address()).page
    page.goto(f"{open_server.address()}/?view=open")
    give(page, VALE / "districts.zip", VALE / "control.xlsx")
    preview = page.get_by_role("button", name="Preview", exact=True)
    expect(preview).to_be_disabled()
    write(page, "Title of the atlas", "Control of the Vale")
    write(page, "What counts as holding, in the words of the data", "who collected the toll")
    write(page, "disputed (once)", "Crown; League")
    write(page, "2 of 4 (once)", "")
    choose(page, "Crown is a", "government")
    choose(page, "League is a", "party")
    choose(page, "Uper Vale", "Upper Vale")
    write(page, "Language (such as en)", "en")
    choose(page, "Kind", "Reference works")
    choose(page, "Does it tell what it knows itself?", "Yes")
    choose(page, "Is it thin, anonymous, or far from what it tells?", "No")
    expect(preview).to_be_enabled()
    preview.click()
    expect(page.get_by_role("img", name="Control of the Vale: map of May 1911")).to_be_visible()
    expect(page.get_by_text("control.xlsx: 13 rows read = 11 used + 2 left out")).to_be_visible()
    assert own_violations(page) == []
    page.get_by_role("button", name="Open this atlas").click()
    until(page, lambda: len(provinces(page)) == 4, "the four districts")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Control of the Vale")
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(load().title[:10])
    # The map of the one atlas gives way to that of the other: a locator may go on looking into the frame that is gone.
    until(page, lambda: any(drawn(frame, "herat") for frame in page.frames), "a province of the server's atlas")
