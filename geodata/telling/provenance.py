"""What every file that leaves the atlas carries with it: citation, licence, versions, period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.rule import RULE_VERSION
from geodata.telling.citation import cite_package
from geodata.telling.credit import licences, shapes_credit
from geodata.telling.words import word

if TYPE_CHECKING:
    from geodata.atlas import Atlas

CITE_SOURCES = "A call is a conclusion from claims: cite the sources of the claims you rely on as well."


def cite_atlas(atlas: Atlas) -> str:
    """How to cite the atlas, in one line.

    Parameters
    ----------
    atlas : Atlas

    Returns
    -------
    str

    Examples
    --------
    >>> import geodata
    >>> cite_atlas(geodata.load()).startswith("The control atlas authors, Afghanistan 1985")
    True
    """
    return cite_package(atlas.package.descriptor, atlas.reading)


def about(atlas: Atlas, period: str | None = None) -> dict[str, Any]:
    """Gather what a reader of an exported file must know, ready for JSON.

    Parameters
    ----------
    atlas : Atlas
    period : str, optional
        Identifier of the period that the file speaks of; left out for a file on the whole atlas.

    Returns
    -------
    dict
        ``title, version, created, rule_version, citation, cite_sources, licenses, control``, ``outlines`` if the atlas
        says whose they are, ``words`` if it has its own, with a period ``period``
        (``id, label, edtf, start, end``), and ``reading`` if it is not the atlas's own: that, in words
        with the rule as short text; ``without_sources`` if claims of sources were left out.
    """
    facts: dict[str, Any] = {
        "title": atlas.title,
        "version": atlas.version,
        "created": atlas.package.descriptor.get("created", ""),
        "rule_version": RULE_VERSION,
        "citation": cite_atlas(atlas),
        "cite_sources": CITE_SOURCES,
        "licenses": licences(atlas.package.descriptor),
        "control": atlas.control_definition,
    }
    if credit := shapes_credit(atlas.package.descriptor):
        facts["outlines"] = credit
    if "words" in atlas.package.descriptor:
        facts["words"] = atlas.package.descriptor["words"]
    if period is not None:
        one = atlas.period(period)
        days = {"start": one.start.isoformat(), "end": one.end.isoformat()}
        facts["period"] = {"id": one.id, "label": one.label, "edtf": one.edtf} | days
    if atlas.reading:
        facts["reading"] = word("note-reading", rule=atlas.reading)
    if atlas.rule.without_sources:
        facts["without_sources"] = list(atlas.rule.without_sources)
    return facts
