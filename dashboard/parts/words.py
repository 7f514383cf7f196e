"""Calls in words, for accessible names, hover cards and panels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.parts.lists import and_list
from geodata import Period
from geodata.looks import NO_ALLIANCE
from geodata.rule import GRADES, HELD, TELLS_NOBODY, WEAK

CALLS_KEPT = 4096
"""Different calls in words, kept in memory."""


class CallWords:
    """Puts calls into words.

    Parameters
    ----------
    edition : Edition
    """

    def __init__(self, edition: Edition) -> None:
        self.texts = edition.words
        self.sides = edition.atlas.side_names
        rows = edition.atlas.factions.set_index("faction_id")
        self._names: dict[str, str] = {str(key): str(name) for key, name in rows["name"].items()}
        alliances = edition.atlas.alliances.set_index("alliance_id")["short_name"]
        self._alliances: dict[str, str] = {str(key): str(name) for key, name in alliances.items()}
        places = edition.atlas.places.set_index("place_id")["name"]
        provinces = edition.atlas.package.provinces
        self._capitals: dict[str, str] = {
            province_id: str(places[place_id])
            for province_id, place_id in zip(provinces["province_id"], provinces["capital_place_id"], strict=True)
            if place_id
        }
        sources = edition.atlas.sources
        rows_of_sources = zip(sources["source_id"], sources["independent"], sources["work"], strict=True)
        # Thousands of calls are a few hundred different ones in words.
        self._what = lru_cache(maxsize=CALLS_KEPT)(self._say_what)
        self._independent: dict[str, str] = {str(one): str(work or one) for one, free, work in rows_of_sources if free}

    def factions(self, faction_ids: Sequence[str]) -> str:
        """Names of factions as one phrase: ``A, B and C``."""
        return and_list(self.texts, [self._names[faction_id] for faction_id in faction_ids])

    def named(self, call: Mapping[str, Any]) -> str:
        """Whom a call names; where a part makes it unclear, who was dominant there as well."""
        factions = self.factions(call["factions"])
        if not call.get("part_factions"):  # An area has none.
            return factions
        return self.texts("with-part", factions=factions, part=self.factions(call["part_factions"]))

    def grade(self, grade: str | None) -> str:
        """A grade in words, empty where there is none."""
        return self.texts(f"grade-{grade}") if grade else ""

    def what(self, call: Mapping[str, Any]) -> str:
        """Who led, how and on what evidence: ``Jamiat-i Islami, held, direct evidence``; weak evidence is called so."""
        if call["status"] in TELLS_NOBODY:
            return self.texts(f"call-{call['status']}")
        return self._what(
            call["status"], call["factions"], call.get("part_factions", ()), call["grade"], call["strength"]
        )

    def _say_what(
        self, status: str, factions: Sequence[str], parts: Sequence[str], grade: str | None, strength: str | None
    ) -> str:
        named = self.named({"factions": factions, "part_factions": parts})
        what = self.texts(f"call-{status}", factions=named, grade=self.grade(grade))
        return self.texts("call-weak", what=what) if strength == WEAK else what

    def counts(self, call: Mapping[str, Any], reports: int) -> str:
        """What a call rests on: ``2 claims for, 4 against · 1 independent source``.

        Parameters
        ----------
        call : Mapping
        reports : int
            How many claims speak of the province beside those that the call rests on: said where none tells who led it.
        """
        return self.counts_of(call, self.independent(call["source_ids"]), reports)

    def counts_of(self, call: Mapping[str, Any], independent: int, reports: int) -> str:
        """As `counts`, where the independent works are counted already."""
        if call["status"] in TELLS_NOBODY:
            return self.texts(f"call-reports-{call['status']}", claims=call["claims_for"], count=reports)
        return self.texts(
            "call-counts",
            claimsFor=call["claims_for"],
            claimsAgainst=call["claims_against"],
            independent=independent,
        )

    def independent(self, source_ids: Iterable[str]) -> int:
        """How many independent works are among some sources; what is one text, or of one author, counts once."""
        independent = self._independent
        return len({independent[one] for one in source_ids if one in independent})

    def how_it_stood(self, call: Mapping[str, Any]) -> str:
        """How a province stood, in a sentence."""
        unnamed = call["status"] == HELD and not call["names_party"]
        return self.texts("status-unnamed-long" if unnamed else f"status-{call['status']}-long")

    def strength(self, call: Mapping[str, Any]) -> str:
        """How sure a call is, and what weakens it; empty where nobody tells who led."""
        if not call["strength"]:
            return ""
        strength = self.texts(f"strength-{call['strength']}")
        if call["strength"] != WEAK:
            corroborated = call["corroborated"]
            return self.texts("strength-corroborated", strength=strength) if corroborated else strength
        reasons = self.reasons(call["why_weak"])
        if call["side_strength"] not in (None, WEAK):
            return self.texts("strength-party-only", reasons=reasons)
        return self.texts("strength-because", strength=strength, reasons=reasons)

    def side(self, call: Mapping[str, Any]) -> str:
        """The side that leads, on what evidence and how sure; empty where none does."""
        if not call["side"]:
            return ""
        evidence = (self.sides[call["side"]], self.grade(call["side_grade"]))
        return self.texts("comma").join((*evidence, self.texts(f"strength-{call['side_strength']}")))

    def reasons(self, why_weak: Iterable[str]) -> str:
        """What weakens a claim or a call, as one phrase."""
        return self.texts("comma").join(self.texts(f"weak-{one}") for one in why_weak)

    def status(self, call: Mapping[str, Any]) -> str:
        """Who led, and the status where it is not simply held: ``A and B, shared``."""
        factions = self.named(call)
        if call["status"] == HELD:
            return factions
        return self.texts("comma").join(filter(None, (factions, self.texts(f"status-{call['status']}").lower())))

    def label(self, call: Mapping[str, Any], period: Period, colouring: str = "faction") -> str:
        """The accessible name of a province: ``Kunduz, 1988–89: Jamiat-i Islami, held, direct evidence``."""
        what = self.capital(call) if colouring == "capital" else self.what(call)
        return self.texts("call-label", province=call["name"], period=period.label, what=what or self.what(call))

    def lead(self, call: Mapping[str, Any], colouring: str, keys: Sequence[str]) -> str:
        """What the fill of a province says, in a few words: the first line of its hover card."""
        if colouring == "capital":
            return self.capital(call) or self.texts("capital-unknown")
        if call["status"] in TELLS_NOBODY:
            return self.texts(f"legend-{call['status']}")
        if colouring == "faction":
            return self.named(call)
        return and_list(self.texts, [self.key(key, colouring) for key in keys if key != call["status"]])

    def key(self, key: str, colouring: str = "faction") -> str:
        """An entry of the legend in words: a faction, an alliance, a state of capitals, a grade."""
        if colouring == "capital":
            return self.capital_state_of(key, False)
        if colouring == "side" and key in self.sides:
            return self.sides[key]
        if key in self._names or key in self._alliances:
            return self._names.get(key) or self._alliances[key]
        if key in GRADES:
            return self.grade(key)
        if key == NO_ALLIANCE:
            return self.texts("legend-independent")
        return self.texts(f"legend-{key}")

    def capital(self, call: Mapping[str, Any]) -> str:
        """The capital and its state, empty where the province has none."""
        name = self.capital_name(call)
        return self.texts("capital-line", capital=name, state=self.capital_state(call)) if name else ""

    def capital_name(self, call: Mapping[str, Any]) -> str:
        """Name of the capital, empty where the province has none."""
        return self._capitals.get(call["province_id"], "")

    def capital_state(self, call: Mapping[str, Any]) -> str:
        """Who held the capital at the end of the period, and whether it changed hands in it."""
        return self.capital_state_of(call["capital_status"], call["capital_changed_hands"])

    def capital_state_of(self, status: str, changed_hands: bool) -> str:
        """The state of any capital in words."""
        holder = self.sides.get(status)
        state = self.texts("capital-held", holder=holder) if holder else self.texts(f"capital-{status}")
        return self.texts("capital-changed", state=state) if changed_hands else state


def call_words(edition: Edition) -> CallWords:
    """The words for the calls of an edition: they know its tables and nothing of the calls, for all readings once."""
    return _call_words(edition.own)


@cached(1)
def _call_words(edition: Edition) -> CallWords:
    return CallWords(edition)
