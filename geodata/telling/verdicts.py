"""Sentences about the whole country in words: what a source says, what the calls sum up to, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geodata import dates
from geodata.dates import DEFAULT_LANGUAGE
from geodata.rule import Check, Sum
from geodata.telling.catalogues import catalogue
from geodata.telling.own_words import words_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas

CATALOGUES = Path(__file__).parent / "verdicts"
AREA = "area"


@dataclass(frozen=True)
class Verdict:
    """A sentence about the whole country, held against the atlas's own sums.

    Attributes
    ----------
    claim_id, source_id : str
    statement : str
        What the source says.
    compared : str
        The sum compared, in words.
    verdict : str
        Whether the sentence holds, in words.
    """

    claim_id: str
    source_id: str
    statement: str
    compared: str
    verdict: str


def verdicts(atlas: Atlas, language: str = DEFAULT_LANGUAGE) -> list[Verdict]:
    """Tell what the sums of the calls say of each sentence about the whole country.

    Parameters
    ----------
    atlas : Atlas
    language : str, optional
        A language without texts of its own has English ones.

    Returns
    -------
    list of Verdict
        In the order of the table `checks`.

    Examples
    --------
    >>> import geodata
    >>> len(verdicts(geodata.load())) == len(geodata.load().checks())
    True
    """
    words = catalogue(language, words_of(atlas, language), CATALOGUES)
    claims = atlas.package.tables["claims"].set_index("claim_id")
    names = dict(zip(atlas.factions["faction_id"], atlas.factions["name"], strict=True)) | atlas.side_names
    found = []
    for check in atlas.checks():
        claim = claims.loc[check.claim_id]
        compared = words[check.measure].format(
            subject=names[check.subject],
            period=atlas.period(check.period_id).label,
            **_numbers(check.sum, check.measure),
        )
        if check.rival is not None and check.rival_sum is not None:
            rival = _numbers(check.rival_sum, check.measure)
            compared = words["rival"].format(told=compared, subject=names[check.rival], **rival)
        told = dates.digits(compared, language)
        found.append(
            Verdict(check.claim_id, str(claim["source_id"]), str(claim["statement"]), told, _verdict(check, words))
        )
    return found


def _verdict(check: Check, words: dict[str, str]) -> str:
    verdict = words[check.verdict]
    if check.verdict != "cannot-be-told" or check.at_face_value is None:
        return verdict
    return words[f"at-face-value-{str(check.at_face_value).lower()}"].format(verdict=verdict)


def _numbers(one: Sum, measure: str) -> dict[str, str]:
    scale = 100 if measure == AREA else 1
    return {"firm": f"{one.firm * scale:.0f}", "weak": f"{one.weak * scale:.0f}"}
