"""What whoever runs the server decides about it."""

from __future__ import annotations

import pytest

from dashboard.server.settings import Settings, clean_path, clean_url


@pytest.mark.parametrize(
    ("text", "path"),
    [("", ""), ("/", ""), ("atlas", "/atlas"), ("/maps/atlas/", "/maps/atlas"), ("maps//a-2.0~", "/maps/a-2.0~")],
)  # fmt: skip
def test_a_base_path_is_written_one_way(text: str, path: str) -> None:
    assert clean_path(text) == path


@pytest.mark.parametrize(
    "text", ["/maps/../atlas", "/ma ps", "/karte-größe", "/a?b", "/a#b", '/a"b', "https://x/y", "/%2e"]
)
def test_what_is_no_path_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="is no path; give one such as /maps/atlas"):
        clean_path(text)


@pytest.mark.parametrize(
    ("text", "url", "origin"),
    [
        ("https://news.example", "https://news.example", "https://news.example"),
        ("https://News.Example/maps/atlas/", "https://news.example/maps/atlas", "https://news.example"),
        ("http://10.0.0.1:8080/", "http://10.0.0.1:8080", "http://10.0.0.1:8080"),
    ],
)
def test_a_public_address_is_written_one_way(text: str, url: str, origin: str) -> None:
    assert clean_url(text) == url
    assert Settings(public_url=clean_url(text)).public_origin == origin


@pytest.mark.parametrize(
    "text", ["", "news.example", "ftp://news.example", "https://", "https://a:x", "https://u@a", "https://a/?b", "https://a/#b"]
)  # fmt: skip
def test_what_is_no_address_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no address of a page; give one such as https://news\.example"):
        clean_url(text)


def test_without_a_public_address_there_is_no_origin() -> None:
    assert Settings().public_origin == ""
