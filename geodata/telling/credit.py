"""Whose work an atlas is made of, and how it may be used: as its descriptor and its resources say, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

SHAPES = "provinces"
"""The resource that the outlines of the map come from."""


def licences(descriptor: Mapping[str, Any]) -> list[Mapping[str, str]]:
    """Licences of an atlas and of its files, each once, those of the whole first.

    Parameters
    ----------
    descriptor : Mapping
        The content of ``datapackage.json``.

    Returns
    -------
    list of Mapping
        ``name``, ``title`` and ``path`` as far as they are given; empty where the atlas names none.

    Examples
    --------
    >>> atlas = {"resources": [{"licenses": [{"name": "ODbL-1.0"}]}, {"licenses": [{"name": "ODbL-1.0"}]}]}
    >>> licences(atlas)
    [{'name': 'ODbL-1.0'}]
    """
    found: dict[str, Mapping[str, str]] = {}
    for licence in _given(descriptor):
        known = licence.get("name") or licence.get("path") or licence.get("title")
        if known:
            found.setdefault(known, licence)
    return list(found.values())


def licence_name(licence: Mapping[str, str]) -> str:
    """What a licence is called: its title, or else its name, or its address."""
    return licence.get("title") or licence.get("name") or licence.get("path", "")


def shapes_credit(descriptor: Mapping[str, Any], separator: str = "; ", told: Callable[[str], str] = str) -> str:
    """The credit under a map.

    Parameters
    ----------
    descriptor : Mapping
        The descriptor of the atlas.
    separator : str, optional
        Between sources.
    told : callable, optional
        Puts sources into words.

    Returns
    -------
    str
        In the words of the atlas; where it gives none, its sources of shapes; empty where it has none either.
    """
    sources = separator.join(sources_of_shapes(descriptor))
    return str(descriptor.get("attribution", "")) or (told(sources) if sources else "")


def sources_of_shapes(descriptor: Mapping[str, Any]) -> tuple[str, ...]:
    """Whose the outlines are and how they may be used, as the resource of the shapes says; empty where it does not.

    Examples
    --------
    >>> shapes = {"name": "provinces", "sources": [{"title": "A. Mapper"}], "licenses": [{"name": "ODbL-1.0"}]}
    >>> sources_of_shapes({"resources": [shapes]})
    ('A. Mapper', 'ODbL-1.0')
    """
    shapes: Mapping[str, Any] = next((one for one in descriptor.get("resources", []) if one.get("name") == SHAPES), {})
    makers = [str(one.get("title") or one.get("path", "")) for one in shapes.get("sources", [])]
    terms = [licence_name(one) for one in shapes.get("licenses", [])]
    return tuple(one for one in dict.fromkeys([*makers, *terms]) if one)


def _given(descriptor: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    yield from descriptor.get("licenses", [])
    for resource in descriptor.get("resources", []):
        yield from resource.get("licenses", [])
