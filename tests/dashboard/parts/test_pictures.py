"""Pictures in a style sheet are the SVG that they were made from."""

from __future__ import annotations

import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from dashboard.parts.pictures import picture_address, pictures_css
from geodata.looks import area_sign, sample_looks, sign_picture, svg_swatch

URL = re.compile(r'url\("data:image/svg\+xml,([^"#<>%]|%[0-9A-F]{2})*"\)')

STRIP = re.compile(
    r'^(.*)\{background:(url\("[^"]*"\)) 0 calc\(var\(--place\)\*100%/(\d+)\)/100% (\d+)00% no-repeat\}$', re.MULTILINE
)


def test_a_picture_is_read_back_as_it_was_drawn() -> None:
    address = picture_address('<svg viewBox="0 0 4 4"><path fill="url(#p)" d="M0 0h4"/></svg>')
    picture = ElementTree.fromstring(unquote(address.removeprefix("data:image/svg+xml,")))
    assert picture.tag == "{http://www.w3.org/2000/svg}svg", "a picture alone needs its name space"
    assert picture[0].attrib == {"fill": "url(#p)", "d": "M0 0h4"}


def shown_by(css: str, name: str) -> ElementTree.Element:
    """What a browser shows of the picture behind a class: an element one place high, moved by a share of the rest."""
    shared = STRIP.search(css)
    assert shared is not None
    names, address, last, places = shared.groups()
    assert f".{name}" in names.split(",")
    assert URL.fullmatch(address), "nothing ends an address early"
    strip = ElementTree.fromstring(unquote(address[len('url("data:image/svg+xml,') : -2]))
    height = int(strip.attrib["height"])
    place = re.search(rf"(?m)^\.{re.escape(name)}\{{--place:(\d+)\}}$", css)
    assert place is not None
    top = int(place[1]) / int(last) * (height - height / int(places))
    (shown,) = [one for one in strip if round(top, 1) <= float(one.get("y", 0)) < round(top + height / int(places), 1)]
    return shown


def test_each_look_shows_its_own_place_of_the_picture() -> None:
    looks = list(sample_looks().values())
    css = pictures_css(looks, {})
    for look in looks:
        shown = shown_by(css, f"look-{look.id}")
        fill = shown[-1].attrib["fill"]
        alone = ElementTree.fromstring(svg_swatch(look))
        drawn = alone.find(".//{*}pattern")
        if drawn is None:
            assert fill == alone[-1].attrib["fill"], look.id
            continue
        pattern = shown.find(".//{*}pattern")
        assert pattern is not None
        assert [one.attrib for one in pattern] == [one.attrib for one in drawn], look.id
        assert fill == f"url(#{pattern.attrib['id']})"


def test_signs_stand_in_the_middle_of_their_places() -> None:
    signs = {"small": sign_picture(area_sign()), "other": sign_picture(area_sign())}
    small = shown_by(pictures_css((), signs), "sign-small")
    width, height = int(small.attrib["width"]), int(small.attrib["height"])
    # Names are in the order of the alphabet, so that this one is the second.
    assert (float(small.attrib["x"]), float(small.attrib["y"])) == ((22 - width) / 2, 22 + (22 - height) / 2)


def test_nothing_to_show_is_no_rule() -> None:
    assert pictures_css((), {}) == ""


def test_a_picture_without_a_size_is_refused() -> None:
    with pytest.raises(ValueError, match="without width and height"):
        pictures_css((), {"sign": "<svg viewBox='0 0 4 4'/>"})
