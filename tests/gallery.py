"""The atlases of the gallery, and what no output of them may say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

GALLERY = Path(__file__).parent.parent / "docs" / "gallery"

ATLASES = ("marches", "tessera", "keth")

CREDIT = "Made-up data of the gallery of Control atlas"

OF_ANOTHER_ATLAS = re.compile(
    r"Afghan|mujahid|Kabul|Kunduz|Jamiat|Natural Earth|Soviet|Peshawar|Dari\b|Pashto|CC[ -]BY|1985|1987|1988",
    re.IGNORECASE,
)
"""Words of the built-in atlas."""

UNITS = {
    "marches": (("district", "districts"), ("day", "days"), ("holder", "holders")),
    "tessera": (("country", "countries"), ("year", "years"), ("bloc", "blocs")),
    "keth": (("parish", "parishes"), ("month", "months"), ("army", "armies")),
}
"""What each calls its units, stops and factions."""

WORDS_OF_THE_PROGRAM = re.compile(r"\b(provinces?|years?)\b", re.IGNORECASE)
"""What units and stops are called where an atlas has no words of its own."""


def atlas_of(name: str) -> Path:
    return GALLERY / name / "atlas"


def mapping_of(name: str) -> Path:
    return GALLERY / name / "mapping.yaml"


def faults(text: str, name: str) -> Iterator[str]:
    """What is wrong with a text that readers see: words of another atlas or of none, and numbers without their word."""
    # What an import made is counted by the names of the tables, which are those of the format.
    text = re.sub(r"^ *Made: .*$", "", text, flags=re.MULTILINE)
    yield from (found[0] for found in OF_ANOTHER_ATLAS.finditer(text))
    words = {word for pair in UNITS[name] for word in pair}
    for found in WORDS_OF_THE_PROGRAM.finditer(text):
        if found[0].lower() not in words:
            yield around(text, found)
    plural = "|".join([*(pair[1] for pair in UNITS[name]), "claims", "sources", "reports", "values", "places"])
    singular = "|".join([*(pair[0] for pair in UNITS[name]), "claim", "source", "report", "value", "place"])
    for found in re.finditer(rf"(?<![\d.,–/-])1 (?:{plural})\b", text):
        yield around(text, found)
    for found in re.finditer(rf"\b(?:[02-9]|\d\d+) (?:{singular})\b(?! of)", text):
        yield around(text, found)
    for found in re.finditer(r"\b(?:nan|None|undefined|null)\b(?!\.| of)|\{\w+\}|\bNaN\b", text):
        yield around(text, found)


def around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 40) : found.end() + 40]
