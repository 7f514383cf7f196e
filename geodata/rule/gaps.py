"""Where one more source would matter: the smallest new claim that would change a call, or make it firm.

Nothing is guessed about what such a claim would say. Each kind of claim is tried, from the smallest to the largest: a
strong actor comes before a dominant one, inferred before weak before firm. A claim that the province was contested does
what a strong one does, and is not tried apart.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from geodata.frames import Rows
from geodata.rule.countryside import Call, decide
from geodata.rule.decision_cache import CACHE_SIZE
from geodata.rule.setting import STANDARD, Rule
from geodata.rule.vocabulary import DOMINANT, FIRM, FIRM_TIER, INFERRED, INFERRED_TIER, LED, WEAK, WEAK_TIER
from geodata.rule.weighing import has_weight

SHOWN, SAME_SIDE, OTHER_SIDE, ANYBODY = "shown", "same-side", "other-side", "anybody"
"""Who a new claim may name: an actor that the call shows; another party of its side; one of another side; for a call
that shows nobody, anybody."""

NEW = "new"
"""Id of a party, side, source and claim that no atlas has: ids there are never empty, and this one is compared only."""

LADDER = (
    (INFERRED, "strong"), (INFERRED, DOMINANT), (WEAK, "strong"), (WEAK, DOMINANT), (FIRM, "strong"), (FIRM, DOMINANT),
)  # fmt: skip
"""Kinds of claim by strength and role, from the smallest to the largest."""

NO_CLAIM = len(LADDER) + 1
"""Above the ladder: no single claim would do."""

GAP_COLUMNS = (
    "rank", "period_id", "province_id", "name", "status", "strength", "n_sources", "area_km2", "change_step",
    "change_strength", "change_role", "change_who", "firm_step", "firm_role", "firm_who",
)  # fmt: skip

NUMBERED = ("faction_id", "side", "work")
"""What two claims may have in common."""

_TIERS: dict[str, int] = {FIRM: FIRM_TIER, WEAK: WEAK_TIER, INFERRED: INFERRED_TIER}


class Wanted(NamedTuple):
    """The smallest claim that does something to a call.

    Attributes
    ----------
    step : int
        Its place in `LADDER`, from 1; `NO_CLAIM` where none does.
    strength, role : str or None
    who : tuple of str
        Whom it may name, any of them.
    """

    step: int
    strength: str | None = None
    role: str | None = None
    who: tuple[str, ...] = ()


def smallest_claims(readings: Rows, rule: Rule = STANDARD) -> tuple[Wanted, Wanted]:
    """Try every kind of new claim on the evidence of one province and period.

    Parameters
    ----------
    readings : sequence of Mapping
        What the claims say of this province and period, see `geodata.rule.Evidence.of_period`.
    rule : Rule, optional

    Returns
    -------
    tuple of two Wanted
        The smallest claim that changes status, side or who is shown; and the smallest after which the call is firm:
        where somebody leads, with the same actors shown. A call that is firm wants none of the second.
    """
    rows = [row for row in rule.admitted(readings) if row["domain"] == "countryside"]
    call = decide(rows, rule)
    tried = [
        (step, who, decide([*rows, new], rule))
        for step, strength, role in ((step, *kind) for step, kind in enumerate(LADDER, start=1))
        for who, new in _new_claims(rows, call, strength, role)
        if rule.admitted([new])
    ]
    change = [(step, who) for step, who, now in tried if _conclusion(now) != _conclusion(call)]
    firm = [(step, who) for step, who, now in tried if _makes_firm(now, call)]
    return _smallest(change), _smallest(firm)


class Gaps:
    """Tries new claims on the calls of one atlas, each different case once.

    What a new claim does hangs on how the claims that are there stand to each other, and not on who it is that they
    name: of thousands of provinces there are few different cases.
    """

    def __init__(self) -> None:
        self._cache: dict[Hashable, tuple[Wanted, Wanted]] = {}

    def smallest_claims(self, readings: Rows, rule: Rule) -> tuple[Wanted, Wanted]:
        """As the function of this name."""
        rows = [row for row in rule.admitted(readings) if row["domain"] == "countryside" and has_weight(row)]
        key = (_standing(rows), rule.minimum_sources, rule.parts, rule.order, rule.weak, rule.grades)
        if key not in self._cache:
            if len(self._cache) >= CACHE_SIZE:
                self._cache.clear()
            self._cache[key] = smallest_claims(rows, rule)
        return self._cache[key]


def _standing(rows: Rows) -> Hashable:
    """How claims stand to each other: who agrees with whom, and how strong each is, whoever they are."""
    known: list[dict[str, int]] = []
    for column in NUMBERED:
        # In the order of the ids, which decides where nothing else does.
        known.append({one: number for number, one in enumerate(sorted({row[column] for row in rows}))})
    return tuple(
        (
            row["role"],
            row["extent"] == "whole",
            row["tier"],
            row["firm"],
            row["names_party"],
            bool(row["alliance_id"]),
            *(numbers[row[column]] for numbers, column in zip(known, NUMBERED, strict=True)),
        )
        for row in rows
    )


def gaps_frame(
    calls: Mapping[str, Rows], readings: Mapping[str, Mapping[str, Rows]], rule: Rule, gaps: Gaps
) -> pd.DataFrame:
    """The reading list of an atlas, see `Atlas.gaps`.

    Parameters
    ----------
    calls : Mapping of str to sequence of Mapping
        Rows of `Atlas.control`, by period.
    readings : Mapping of str to Mapping of str to sequence of Mapping
        What the claims say, by period and province.
    rule : Rule
    gaps : Gaps
        What was tried before, to be asked first.

    Returns
    -------
    pandas.DataFrame
        Columns `GAP_COLUMNS`. First what the smallest claim would change, then what the smallest would make firm; among
        equals where fewer works speak, then the larger province, then by period and id.
    """
    rows = []
    for number, (period_id, of_period) in enumerate(calls.items()):
        for call in of_period:
            change, firm = gaps.smallest_claims(readings[period_id].get(call["province_id"], ()), rule)
            told = {name: call[name] for name in ("province_id", "name", "status", "strength", "n_sources", "area_km2")}
            order = (change.step, firm.step, call["n_sources"], -call["area_km2"], number, call["province_id"])
            wanted = {
                **{f"change_{name}": value for name, value in change._asdict().items()},
                **{f"firm_{name}": value for name, value in firm._asdict().items() if name != "strength"},
            }
            rows.append((order, {"period_id": period_id, **told, **wanted}))
    ranked = [row | {"rank": rank} for rank, (_, row) in enumerate(sorted(rows, key=lambda one: one[0]), start=1)]
    return pd.DataFrame(ranked, columns=list(GAP_COLUMNS))


def _new_claims(rows: Rows, call: Call, strength: str, role: str) -> Iterator[tuple[str, dict[str, Any]]]:
    known = {row["faction_id"]: row for row in rows}
    for faction_id in call.factions:
        actor = {name: known[faction_id][name] for name in ("faction_id", "side", "alliance_id", "names_party")}
        yield SHOWN, _claim(actor, strength, role)
    if call.side is not None:
        yield SAME_SIDE, _claim(_party(call.side), strength, role)
    yield OTHER_SIDE if call.factions else ANYBODY, _claim(_party(NEW), strength, role)


def _party(side: str) -> dict[str, Any]:
    return {"faction_id": NEW, "side": side, "alliance_id": "", "names_party": True}


def _claim(actor: Mapping[str, Any], strength: str, role: str) -> dict[str, Any]:
    """A claim about the whole province by a source of its own; a weak one is dated and fits, but its source is thin."""
    return {
        **actor,
        "claim_id": NEW,
        "source_id": NEW,
        "work": NEW,
        "common": ("stated", "", "", True, True),
        "domain": "countryside",
        "extent": "whole",
        "role": role,
        "grade": INFERRED if strength == INFERRED else "direct",
        "firm": strength == FIRM,
        "tier": _TIERS[strength],
        "why_weak": () if strength == FIRM else ("inferred",) if strength == INFERRED else ("thin",),
    }


def _conclusion(call: Call) -> tuple[Any, ...]:
    return call.status, call.side, call.factions


def _makes_firm(now: Call, before: Call) -> bool:
    if before.strength == FIRM or now.strength != FIRM or now.status not in LED:
        return False
    return before.status not in LED or _conclusion(now) == _conclusion(before)


def _smallest(found: list[tuple[int, str]]) -> Wanted:
    if not found:
        return Wanted(NO_CLAIM)
    least = min(step for step, _ in found)
    who = tuple(dict.fromkeys(one for step, one in found if step == least))
    strength, role = LADDER[least - 1]
    return Wanted(least, strength, role, who)
