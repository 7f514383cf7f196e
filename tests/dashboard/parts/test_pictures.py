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
    bottom = top + height / int(places)
    (shown,) = [one for one in strip if round(top, 1) <= moved(one)[1] < round(bottom, 1)]
    return shown


def moved(group: ElementTree.Element) -> tuple[float, float]:
    """How far a group was moved to the right and down."""
    found = re.fullmatch(r"translate\((\S+) (\S+)\)", group.attrib["transform"])
    assert found is not None
    return float(found[1]), float(found[2])


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
    # The middle of a sign is at 0, and a place is 22 pixels wide and high. By the alphabet this is the second.
    assert moved(shown_by(pictures_css((), signs), "sign-small")) == (11, 22 + 11)


def test_nothing_to_show_is_no_rule() -> None:
    assert pictures_css((), {}) == ""


@pytest.mark.parametrize("size", ["", 'width="8" height="8" '], ids=["without a size", "drawn smaller than it is"])
def test_a_picture_that_would_not_fit_its_place_is_refused(size: str) -> None:
    with pytest.raises(ValueError, match="width and height"):
        pictures_css((), {"sign": f'<svg {size}viewBox="0 0 4 4"></svg>'})
