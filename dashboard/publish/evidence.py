"""What the panels of all provinces say in all periods, each text and each claim once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dashboard.edition import Edition
from dashboard.parts import call_in_short, evidence_data

CLAIM_COLUMNS = ("headline", "statement", "date", "basis", "note", "citation", "url")
"""What is the same wherever a claim is shown; its tags name the grade and the part of the province that is meant."""


def panels_payload(edition: Edition, begin: Callable[[int], None] = lambda _: None) -> dict[str, Any]:
    """Collect the panels.

    Parameters
    ----------
    edition : Edition
    begin : callable, optional
        Told the number of each period, from 0, before its panels are collected.

    Returns
    -------
    dict
        ``texts`` (list of str); ``claimColumns``; ``claims`` by id, each a list with the values of these columns; and
        ``panels[period][province]`` with ``call`` and ``evidence`` as `dashboard.parts` gives them, but
        with rows as ``[term, text]``, claims as ``[id, *tags]``, and nothing that is empty, false or found elsewhere.
        A number stands for the text at its place in ``texts``.
    """
    pool = _Pool()
    claims: dict[str, list[str]] = {}
    panels: dict[str, dict[str, Any]] = {}
    for number, period in enumerate(edition.atlas.periods):
        begin(number)
        provinces: dict[str, Any] = {}
        for province_id in edition.atlas.provinces(period.id)["province_id"]:
            evidence = evidence_data(edition, period.id, province_id)
            for group in evidence["groups"]:
                for claim in group["claims"]:
                    claims[claim["id"]] = [claim[column] for column in CLAIM_COLUMNS]
                group["claims"] = [[claim["id"], *claim["tags"]] for claim in group["claims"]]
            call = call_in_short(edition, period.id, province_id)
            # The page finds it in the calls.
            del call["label"]
            call["rows"] = [[row["term"], row["text"]] for row in call["rows"]]
            provinces[province_id] = pool.put({"call": call, "evidence": evidence})
        panels[period.id] = provinces
    packed = {pool.put(claim_id): pool.put(claim) for claim_id, claim in claims.items()}
    return {"claimColumns": CLAIM_COLUMNS, "claims": packed, "panels": panels, "texts": pool.texts}


class _Pool:
    """Texts by their place in a list, so that one that comes back is written once."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    @property
    def texts(self) -> list[str]:
        return list(self._places)

    def put(self, value: Any) -> Any:
        """The same data with numbers for texts; what is empty or false is left out of dictionaries."""
        if isinstance(value, str):
            return self._places.setdefault(value, len(self._places))
        if isinstance(value, list):
            return [self.put(one) for one in value]
        if isinstance(value, dict):
            return {key: self.put(one) for key, one in value.items() if one}
        return value
