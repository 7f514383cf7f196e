"""Who held a place on a day: the answer in two or three sentences, made from templates and tables alone.

The call and its grade stand in one sentence, doubt and dissent in others, the capital in one of its own. What is dated
after the day is listed separately, and never as evidence of that day.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pandas as pd

from geodata import dates
from geodata.dates import DEFAULT_LANGUAGE, Period
from geodata.frames import records
from geodata.rule import CONTESTED, DATED_IN_PERIOD, FIRM, INFERRED, TELLS_NOBODY, WEAK, CapitalCall
from geodata.telling.catalogues import catalogue, languages
from geodata.telling.finding import province_in, province_of
from geodata.telling.own_words import words_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas

UNKNOWN = "unknown"
DATA_SET = "data_set"


@dataclass(frozen=True)
class Answer:
    """Who held a place on a day, as far as the atlas can say.

    Attributes
    ----------
    province_id, period_id : str
        The province that was asked for, and the stop that tells of it.
    in_period : bool
        Whether the stop covers the whole of the date asked for.
    sentences : tuple of str
        The call with its grade; doubt and dissent, if there are any; if all claims behind the call are dated after the
        day, that; the capital. Before them stands what the reader must know first: that no stop is at this date, or
        that this is not the atlas's own reading.
    evidence : tuple of str
        The ids behind them, in words.
    claim_ids, dissenting_claim_ids, later_claim_ids, event_ids : tuple of str
        Claims of the call and of the capital; claims that say otherwise; claims of either dated after the day; events
        at the capital.
    link : str
        The state of the page that shows it, to be put behind its address.
    """

    province_id: str
    period_id: str
    in_period: bool
    sentences: tuple[str, ...]
    evidence: tuple[str, ...]
    claim_ids: tuple[str, ...]
    dissenting_claim_ids: tuple[str, ...]
    later_claim_ids: tuple[str, ...]
    event_ids: tuple[str, ...]
    link: str

    @property
    def text(self) -> str:
        """The sentences, and the ids behind them."""
        return " ".join([*self.sentences, *self.evidence])

    def __str__(self) -> str:
        return self.text


def answer(atlas: Atlas, place: str, date: str, language: str) -> Answer:
    """Answer who held a place on a day; see `Atlas.answer`."""
    first, last, when = _days(atlas, date)
    period = min(atlas.periods, key=lambda one: (_distance(one, first, last), one.start))
    in_period = period.start <= first and last <= period.end
    asked, town = province_of(atlas, place)
    province_id = province_in(atlas, asked, period)
    call = _row(atlas.control(period.id), province_id)
    capital_id = _row(atlas.provinces(period.id), province_id)["capital_place_id"]
    is_part = asked != province_id or town not in (None, capital_id)
    capital = atlas.capital_on(province_id, period.id, first, last)

    claims = atlas.claims()
    dated = dict(zip(claims["claim_id"], claims["date"], strict=True))
    observed = frozenset(claims.loc[claims[DATA_SET], "claim_id"])
    used = {*call["claim_ids"], *call["dissenting_claim_ids"], *capital.claim_ids}
    later = sorted(one for one in used if _is_later(dated[one], last))
    deciding, dissenting, of_capital = (
        [one for one in ids if one not in later]
        for ids in (call["claim_ids"], call["dissenting_claim_ids"], capital.claim_ids)
    )
    behind = [one for one in later if one in call["claim_ids"]] if not deciding else []
    others = [one for one in later if one not in behind]

    words = _Words(atlas, language, observed)
    day = words.date(last.isoformat())
    changed = words.date(when) if capital.changed_hands else ""
    told = [
        words("own-reading", rule=atlas.reading) if atlas.reading else "",
        "" if in_period else words("between", date=words.date(when), period=words.period(period)),
        words.part_of(town or asked, province_id, period) if is_part else "",
        words.call(call, period),
        words.doubt(call),
        words("dissent", claims=words.ids(dissenting)) if dissenting else "",
        words("later-all", day=day, claims=words.dated(behind, dated)) if behind else "",
        words.capital(capital, capital_id, day, changed) if capital_id else "",
    ]
    evidence = [
        words("claims", ids=words.ids(deciding)) if deciding else "",
        words("capital-claims", ids=words.ids(of_capital)) if of_capital else "",
        words("events", ids=words.list(capital.event_ids)) if capital.event_ids else "",
        words("later", day=day, claims=words.dated(others, dated)) if others else "",
    ]
    return Answer(
        province_id,
        period.id,
        in_period,
        tuple(one for one in told if one),
        tuple(one for one in evidence if one),
        tuple(sorted({*deciding, *of_capital})),
        tuple(dissenting),
        tuple(later),
        capital.event_ids,
        _link(period.id, province_id, atlas.reading),
    )


class _Words:
    """Calls in the words of a catalogue, with the names of an atlas in its language."""

    def __init__(self, atlas: Atlas, language: str, observed: Collection[str]) -> None:
        self.language = language if language in languages() else DEFAULT_LANGUAGE
        self._texts = catalogue(self.language, words_of(atlas, self.language))
        self._observed = observed
        localised = self.language == atlas.language
        self._names = {
            what: _names(frame, f"{what}_id", "" if localised else self.language)
            for what, frame in (
                ("province", pd.DataFrame(atlas.package.provinces)),
                ("faction", atlas.factions),
                ("side", atlas.sides),
                ("place", atlas.places),
            )
        }

    def __call__(self, key: str, /, **values: object) -> str:
        return self._texts[key].format(**values)

    def list(self, names: Sequence[str]) -> str:
        if len(names) < 2:
            return "".join(names)
        return self("and-list", first=self("comma").join(names[:-1]), last=names[-1])

    def ids(self, claim_ids: Sequence[str]) -> str:
        """Ids of claims; values of data sets are called so."""
        return self.list([self("data-set-claim", id=one) if one in self._observed else one for one in claim_ids])

    def dated(self, claim_ids: Sequence[str], when: Mapping[str, str]) -> str:
        return self.list([self("later-claim", id=one, date=self.date(when[one])) for one in claim_ids])

    def date(self, text: str) -> str:
        return dates.label(text, self.language)

    def period(self, period: Period) -> str:
        return dates.digits(period.label, self.language)

    def when(self, period: Period) -> str:
        """In a year, but on a day."""
        return self("on-day" if period.start == period.end else "in-period", period=self.period(period))

    def call(self, call: Mapping[str, Any], period: Period) -> str:
        said = {"when": self.when(period), "province": self._names["province"][call["province_id"]]}
        if call["status"] not in TELLS_NOBODY:
            shown, in_a_part = (
                self.list([self._names["faction"][one] for one in call[name]]) for name in ("factions", "part_factions")
            )
            said["factions"] = self("with-part", factions=shown, part=in_a_part) if in_a_part else shown
            said["grade"] = self(f"grade-{call['grade']}")
        sentence = self(f"call-{call['status']}", **said)
        return sentence[:1].upper() + sentence[1:]

    def part_of(self, place_id: str, province_id: str, period: Period) -> str:
        names = self._names["province"] | self._names["place"] | {province_id: self._names["province"][province_id]}
        return self("part-of", place=names[place_id], province=names[province_id], when=self.when(period))

    def doubt(self, call: Mapping[str, Any]) -> str:
        if call["strength"] != WEAK:
            return ""
        reasons = self.list([self(f"reason-{one}") for one in call["why_weak"]])
        if call["side_strength"] == FIRM:
            return self("doubt-party", side=self._names["side"][call["side"]], reasons=reasons)
        return self("doubt", reasons=reasons)

    def capital(self, capital: CapitalCall, place_id: str, day: str, changed: str) -> str:
        name = self._names["place"][place_id]
        if capital.status in (CONTESTED, UNKNOWN):
            state = self(f"capital-{capital.status}", day=day, capital=name)
        else:
            how = "held" if capital.grade in DATED_IN_PERIOD else "inferred" if capital.grade == INFERRED else "near"
            state = self(f"capital-{how}", day=day, capital=name, holder=self._names["side"][capital.status])
        if changed:
            return self("capital-changed", state=state, date=changed)
        return self("capital-unchanged", state=state)


def _names(frame: pd.DataFrame, key: str, language: str) -> dict[str, str]:
    """Names by id in a language; where several share one, the name of the table stands behind it."""
    column = f"name_{language}"
    found = {row[key]: (row["name"], str(row.get(column) or row["name"])) for row in records(frame)}
    owners: dict[str, set[str]] = {}
    for name, local in found.values():
        owners.setdefault(local, set()).add(name)
    return {one: local if len(owners[local]) == 1 else f"{local} ({name})" for one, (name, local) in found.items()}


def _days(atlas: Atlas, text: str) -> tuple[datetime.date, datetime.date, str]:
    """First and last day of a date or stop, and the date as EDTF."""
    for period in atlas.periods:
        if text in (period.id, period.label, period.edtf):
            return period.start, period.end, period.edtf
    when = dates.parse(text)
    if when.earliest is None or when.latest is None:
        raise ValueError(f"{text!r} is open at one end: give a day, a month, a year or a span of them")
    return when.earliest, when.latest, text


def _distance(period: Period, first: datetime.date, last: datetime.date) -> int:
    """Days between a date and a stop that does not touch it; less than none where it lies within."""
    if period.start <= first and last <= period.end:
        return -1
    return max(0, (period.start - last).days, (first - period.end).days)


def _is_later(text: str, day: datetime.date) -> bool:
    earliest = dates.parse(text).earliest
    return earliest is not None and earliest > day


def _row(frame: pd.DataFrame, province_id: str) -> Mapping[str, Any]:
    found: Iterable[Mapping[str, Any]] = records(frame[frame["province_id"] == province_id])
    return next(iter(found))


def _link(period_id: str, province_id: str, reading: str) -> str:
    state = [f"period={quote(period_id, safe='')}", f"province={quote(province_id, safe='')}"]
    return "?" + "&".join([*state, reading] if reading else state)
