"""A card for each faction: what it was, where it led and was present, and what it came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.parts import has_all, spellings
from geodata import dates
from geodata.frames import records
from geodata.looks import Style
from geodata.rule import LED
from geodata.telling import cite, native_names, plain

FACTS = ("leader", "ideology", "founded", "ended", "wing", "lineage", "note")
DATED = frozenset({"founded", "ended"})

MANY_YEARS = 12
"""With more of them, those that follow on each other and are alike are told together."""


@cached(8)
def faction_cards(edition: Edition) -> tuple[dict[str, Any], ...]:
    """Collect the cards, by alliance and name.

    Returns
    -------
    tuple of dict
        ``faction_id, name, native, code, look, alliance, side, leader``; ``facts`` (``term``, ``text``; empty where
        nothing was found; ``told``, whether it is in the words of the atlas); ``forebears``, ``branches``, ``parts``
        and ``heirs`` (``faction_id`` and ``name`` of what it split from, what split from it, what went into it, and
        into what it went); ``years`` (``label``, ``leads``, ``contests``, where it was fought over or unclear, and
        ``present``: names of provinces); ``runs``, how many they are, ``label`` naming a year or several; ``led``,
        whether it led or was in dispute anywhere, ``reported``, in how many provinces it was there beside others;
        ``claims`` (how many), ``sources`` (citations) and ``haystack``, what a search looks through.
    """
    rows = {row["faction_id"]: row for row in records(edition.atlas.factions)}
    alliances = edition.atlas.alliances.set_index("alliance_id")["name"].to_dict()
    sources = {row["source_id"]: cite(row) for row in records(edition.atlas.sources)}
    claims = edition.atlas.claims().groupby("faction_id").size()
    style, years = Style(edition.atlas.factions), _years(edition)
    independent = edition.words("legend-independent") if "alliances" in edition.atlas.has else ""
    # That something was not found is told where it was looked for.
    missed = [key for key in ("leader", "ideology", "founded") if any(row[key] for row in rows.values())]
    cards = []
    for faction_id, row in rows.items():
        alliance = alliances.get(row["alliance_id"], independent)
        facts = [
            {
                "key": key,
                "told": key not in DATED,
                "term": edition.words(f"fact-{key}"),
                "text": dates.label(row[key], edition.language) if key in DATED and row[key] else row[key],
            }
            for key in FACTS
        ]
        cards.append(
            {
                "faction_id": faction_id,
                "name": row["name"],
                "native": " · ".join(one for one in native_names(row) if one != row["name"]),
                "other_names": row["other_names"].replace(";", ","),
                "code": row["code"],
                "look": style.faction_look(faction_id).id,
                "alliance": alliance,
                "side": edition.atlas.side_names.get(row["side"], row["side"]),
                "leader": row["leader"],
                "facts": [fact for fact in facts if fact["text"] or fact["key"] in missed],
                "forebears": _named(rows, _split(row["split_from"])),
                "heirs": _named(rows, _split(row["merged_into"])),
                "branches": _naming(rows, faction_id, "split_from"),
                "parts": _naming(rows, faction_id, "merged_into"),
                "years": years.get(
                    faction_id,
                    [
                        {"label": period.label, "leads": [], "contests": [], "present": []}
                        for period in edition.atlas.periods
                    ],
                ),
                "claims": int(claims.get(faction_id, 0)),
                "sources": [sources[one] for one in _split(row["source_id"]) if one in sources],
                "haystack": plain(
                    f"{spellings(row)} {row['leader']} {row['ideology']} {alliance} {row['lineage']} {row['note']}"
                ),
            }
        )
    for card in cards:
        card["runs"] = _runs(card["years"])
        card["led"] = any(year["leads"] or year["contests"] for year in card["years"])
        card["reported"] = len({name for year in card["years"] for name in year["present"]})
    return tuple(sorted(cards, key=lambda card: (card["alliance"], plain(card["name"]))))


def find_factions(cards: Sequence[dict[str, Any]], text: str, only: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Keep the cards that hold every word of a text, and of these only some factions if any are named."""
    words = plain(text).split()
    return [card for card in cards if has_all(card["haystack"], words) and (not only or card["faction_id"] in only)]


def _years(edition: Edition) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for number, period in enumerate(edition.atlas.periods):
        for call in records(edition.atlas.control(period.id)):
            leading = "leads" if call["status"] in LED else "contests"
            for kind, factions in ((leading, call["factions"]), ("present", call["others"])):
                for faction_id in factions:
                    years = found.setdefault(
                        faction_id,
                        [
                            {"label": one.label, "leads": [], "contests": [], "present": []}
                            for one in edition.atlas.periods
                        ],
                    )
                    years[number][kind].append(call["name"])
    return found


def _runs(years: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    counted = [
        (year["label"], {key: len(year[key]) for key in ("leads", "contests", "present")}, number)
        for number, year in enumerate(years)
    ]
    together = len(years) > MANY_YEARS
    runs = []
    for _, same in groupby(counted, lambda one: tuple(one[1].values()) if together else one[2]):
        (first, counts, _), *rest = same
        runs.append({"label": f"{first} – {rest[-1][0]}" if rest else first, **counts})
    return runs


def _named(rows: dict[str, dict[str, Any]], ids: Iterable[str]) -> list[dict[str, str]]:
    return [{"faction_id": one, "name": rows[one]["name"]} for one in ids if one in rows]


def _naming(rows: dict[str, dict[str, Any]], faction_id: str, column: str) -> list[dict[str, str]]:
    return _named(rows, (one for one, row in rows.items() if faction_id in _split(row[column])))


def _split(cell: str) -> list[str]:
    return [one.strip() for one in cell.split(";") if one.strip()]
