"""The published page as a file."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from pathlib import Path

import pytest

import geodata
from dashboard.edition import edition_of
from dashboard.parts.words import CallWords
from dashboard.publish import publish
from geodata.frames import records
from geodata.tables.template import write_template

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@pytest.fixture(scope="module")
def page() -> str:
    return publish(geodata.load()).decode()


def policy(page: str) -> dict[str, list[str]]:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found
    parts = [part.split() for part in found[1].replace("&#39;", "'").split(";")]
    return {name: values for name, *values in parts}


def test_it_is_at_most_seven_hundred_kilobytes(page: str) -> None:
    """Of which the evidence is the largest part: five hundred claims with their sources."""
    assert len(page.encode()) <= 700_000


def test_the_same_atlas_gives_the_same_bytes(page: str) -> None:
    assert publish(geodata.load()).decode() == page


def test_the_policy_forbids_every_host_and_every_other_script(page: str) -> None:
    rules = policy(page)
    assert rules["default-src"] == ["'none'"]
    assert rules["img-src"] == ["data:"]
    scripts = SCRIPT.findall(page)
    assert scripts
    hashes = [f"'sha256-{b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in scripts]
    assert rules["script-src"] == hashes
    # The policy must come before anything that could load.
    assert page.index("Content-Security-Policy") < page.index("<style>")


def test_nothing_is_loaded_from_a_file_or_host(page: str) -> None:
    markup = SCRIPT.sub("", page)
    assert re.findall(r"<(?:link|img|iframe|object|embed|base)\b", markup) == []
    assert re.findall(r"<script[^>]*\ssrc=", markup) == []
    # What is in a picture that stands in the page can ask for nothing.
    outside = re.sub(r'url\("data:[^"]*"\)', "", markup)
    assert [
        one for one in re.findall(r"url\(([^)]*)\)", outside) if not one.strip("\"'").startswith(("data:", "#"))
    ] == []


def test_without_scripts_the_pictures_and_the_table_are_there(page: str) -> None:
    atlas = geodata.load()
    words = CallWords(edition_of(atlas))
    markup = re.sub(r"<(script|template)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert markup.count('<svg class="atlas-picture"') == 3
    for period in atlas.periods:
        for call in records(atlas.control(period.id)):
            row = re.search(rf'<tr><th scope="row">{call["name"]}</th>(.*?)</tr>', markup)
            assert row
            assert words.what(call) in row[1]


def test_a_province_that_comes_later_is_told_in_the_table(tmp_path: Path) -> None:
    squareland = publish(geodata.load(write_template(tmp_path / "squareland"))).decode()
    row = re.search(r'<tr><th scope="row">Coast</th>(.*?)</tr>', squareland)
    assert row
    assert row[1].startswith("<td>not yet a province</td>")


def test_every_swatch_has_its_picture(page: str) -> None:
    places = set(re.findall(r"^\.look-([\w-]+)\{--place:", page, re.MULTILINE))
    used = set(re.findall(r'class="swatch look-([\w-]+)"', SCRIPT.sub("", page)))
    assert used
    assert used <= places


def test_no_value_of_an_atlas_becomes_markup(tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)></script><!--"
    folder = write_template(tmp_path / "evil")
    for name, old in (
        ("factions.csv", "Blue Party"),
        ("claims.csv", "The Blue Party had the whole north."),
        ("sources.csv", "A History of Squareland"),
    ):
        path = folder / name
        assert old in path.read_text(encoding="utf-8")
        path.write_text(path.read_text(encoding="utf-8").replace(old, evil), encoding="utf-8")
    text = publish(geodata.load(folder)).decode()
    data = re.search(r'<script type="application/json" id="atlas-data">(.*?)</script>', text, re.DOTALL)
    assert data
    json.loads(data[1])
    outside = re.sub(r"<script\b.*?</script>", "", text, flags=re.DOTALL)
    assert "<img" not in outside
    assert "<!--" not in outside
    assert "&lt;img src=x" in outside


def test_in_dari_it_is_written_from_right_to_left_with_the_years_in_its_digits(page: str) -> None:
    dari = publish(geodata.load(), "fa").decode()
    assert '<html lang="fa" dir="rtl">' in dari
    assert '<html lang="en">' in page
    table = dari.split('<section class="table">')[1].split("</thead>")[0]
    assert re.findall("[۰-۹]{4}", table) == ["۱۹۸۵", "۱۹۸۷", "۱۹۸۸"]
    assert not re.search("[0-9]{4}", re.sub("<[^>]*>", "", table))
