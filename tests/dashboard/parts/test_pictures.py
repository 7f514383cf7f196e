"""Pictures in a style sheet are the SVG that they were made from."""

from __future__ import annotations

import re
from urllib.parse import unquote
from xml.etree import ElementTree

from dashboard.parts.pictures import picture_address, pictures_css
from geodata.looks import sample_looks

URL = re.compile(r'url\("data:image/svg\+xml,([^"#<>%]|%[0-9A-F]{2})*"\)')


def test_a_picture_is_read_back_as_it_was_drawn() -> None:
    address = picture_address('<svg viewBox="0 0 4 4"><path fill="url(#p)" d="M0 0h4"/></svg>')
    picture = ElementTree.fromstring(unquote(address.removeprefix("data:image/svg+xml,")))
    assert picture.tag == "{http://www.w3.org/2000/svg}svg", "a picture alone needs its name space"
    assert picture[0].attrib == {"fill": "url(#p)", "d": "M0 0h4"}


def test_each_look_has_its_class_and_nothing_ends_an_address_early() -> None:
    looks = list(sample_looks().values())
    rules = pictures_css(looks, {}).splitlines()
    assert len(rules) == len({look.id for look in looks})
    assert all(URL.search(rule) for rule in rules)
