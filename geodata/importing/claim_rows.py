"""What a value of somebody's data claims, as rows of the table of claims."""

from __future__ import annotations

from collections.abc import Iterator

from geodata import dates
from geodata.importing.meanings import Meaning


def claim_rows(
    meaning: Meaning, about: tuple[str, str], date: str, category: str, source_id: str, locator: str
) -> Iterator[dict[str, str]]:
    """One row for each faction that a value speaks for.

    Parameters
    ----------
    meaning : Meaning
        Of the category.
    about : tuple of str
        Identifier and name of the unit or place that the value is of.
    date : str
        EDTF.
    category : str
        As it stands in the data.
    source_id : str
    locator : str
        File and row.
    """
    subject_id, name = about
    sentence = f"{source_id}-{subject_id}-{date.replace('/', '-to-')}"
    for faction_id in meaning.factions:
        yield {
            "claim_id": f"{sentence}-{faction_id}",
            "sentence_id": sentence,
            "faction_id": faction_id,
            "domain": "countryside",
            "role": meaning.role,
            "scope": "provinces",
            "date": date,
            "basis": "stated",
            "statement": f"{name}, {dates.label(date)}: {category}.",
            "source_id": source_id,
            "locator": locator,
        }
