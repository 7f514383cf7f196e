"""The questions that shapes and a table leave open, as widgets; what can be seen in the files is filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.state import place_in
from dashboard.text import Texts
from dashboard.uploads import Choices, factions_named
from geodata.importing import FORMATS
from geodata.tables import tables
from geodata.telling import plain_markdown

MOST_ASKED = 60
"""Values, or names, that are asked about one by one."""

EACH = ("day", "month", "year", "decade")
ENDS = ("inclusive", "exclusive")
YES_NO = ("true", "false")
ONE_DATE = "\x00one date"
"""In the list of columns: none of them; no column is called so."""

Facts = Mapping[str, Any]


def columns_told(facts: Facts, ids: Sequence[str]) -> dict[str, str]:
    """What a reader has said otherwise than it looks at first, of what decides what is seen in the files.

    Parameters
    ----------
    facts : Mapping
        As they look at first.
    ids : sequence of str
        Of the files.
    """
    first = {"layer": next(iter(facts["layers"]), None), "crs": "", "joined": _joined(facts)}
    first |= {name: facts[name] for name in ("name", "unit", "date", "category")}
    said = {name: st.session_state.get(_key(ids, name)) for name in first}
    return {name: one for name, one in said.items() if one and one not in (first[name], ONE_DATE)}


def ask(words: Texts, facts: Facts, ids: Sequence[str]) -> tuple[Choices, tuple[str, ...]] | None:
    """Ask what only a person can say.

    Parameters
    ----------
    words : Texts
    facts : Mapping
        As `geodata.importing.draft_facts` gives them.
    ids : sequence of str
        Of the files: with others everything is asked anew.

    Returns
    -------
    tuple of Choices and tuple of str, or None
        What was answered, and the questions that were not. None where the page can't ask all that has to be said; the
        reader was told.
    """
    if facts["layout"] == "events":
        st.warning(words("open-events"))
        return None
    asking = _Asking(words, facts, ids)
    st.markdown(f"### {words('open-what')}")
    with st.container(key="open-what"):
        told = asking.whole()
        columns, date_format, dated = asking.columns()
        lifetimes = asking.lifetimes()
        each = asking.one("each", EACH, facts["each"])
    if max(len(facts["counts"]), len(facts["spellings"])) > MOST_ASKED:
        st.warning(words("open-too-many", most=MOST_ASKED))
        return None
    factions, kinds = asking.values()
    choices = Choices(
        title=told["title"],
        control=told["control"],
        columns=columns,
        date_format=date_format,
        each=each,
        dated=dated,
        lifetimes=lifetimes,
        factions=factions,
        kinds=kinds,
        units=asking.names(),
        source=asking.source(),
        crs=told["crs"],
        layer=told["layer"],
    )
    return choices, tuple(asking.unanswered)


class _Asking:
    """Widgets in a row, with what is seen in the files as their first values."""

    def __init__(self, words: Texts, facts: Facts, ids: Sequence[str]) -> None:
        self._words, self._facts, self._ids = words, facts, ids
        self._own = facts["table"] is None
        self.unanswered: list[str] = []

    def text(self, name: str, label: str = "", first: str = "", most: int = 300, *, due: bool = False) -> str:
        """A line to write in; one that is due is a question while it is empty."""
        label = label or self._words(f"open-{name}")
        written = (st.text_input(label, first, key=_key(self._ids, name), max_chars=most) or "").strip()
        if due and not written:
            self.unanswered.append(label)
        return written

    def one(self, name: str, options: Sequence[str], first: str | None, label: str = "") -> str | None:
        """One of several, by their names in the catalogue; not answered, if none is filled in."""
        return self._select(name, options, first, label, lambda one: self._words(f"open-{name}-{one}"))

    def column(self, name: str, options: Sequence[str], first: str | None) -> str | None:
        """A column of a file."""
        return self._select(name, options, first, "", str)

    def _select(
        self, name: str, options: Sequence[str], first: str | None, label: str, shown: Callable[[str], str]
    ) -> str | None:
        label = label or self._words(f"open-{name}")
        chosen = st.selectbox(
            label,
            list(options),
            index=place_in(options, first),
            format_func=shown,
            key=_key(self._ids, name),
            placeholder="?",
        )
        if chosen is None:
            self.unanswered.append(label)
        return chosen

    def whole(self) -> dict[str, Any]:
        """What concerns the atlas and the file of the shapes."""
        facts = self._facts
        stem = (facts["table"] or facts["shapes"]).rpartition(".")[0]
        told: dict[str, Any] = {
            "title": self.text("title", first=stem, due=True),
            "control": self.text("control", due=True),
        }
        layers = facts["layers"]
        told["layer"] = self.column("layer", layers, layers[0]) if len(layers) > 1 else None
        told["crs"] = self.text("crs", most=40)
        return told

    def columns(self) -> tuple[dict[str, str | None], str | None, tuple[str, ...]]:
        """Which column is what, how dates are written, and which columns of dates are read."""
        facts, of_shapes, of_table = self._facts, self._facts["columns_of_shapes"], self._facts["columns_of_table"]
        found = {"name": self.column("name", of_shapes, facts["name"])}
        if not self._own:
            found["joined"] = self.column("joined", of_shapes, _joined(facts))
            found["unit"] = self.column("unit", of_table, facts["unit"])
        if facts["layout"] == "wide":
            dated = list(facts["columns"])
            some = st.multiselect(self._words("open-dated"), dated, dated, key=_key(self._ids, "dated"))
            return found, None, tuple(some)
        found["category"] = self.column("category", of_table, facts["category"])
        date = self._select(
            "date", [*of_table, ONE_DATE], facts["date"] or ONE_DATE, "",
            lambda one: self._words("open-date-one") if one == ONE_DATE else one,
        )  # fmt: skip
        if date == ONE_DATE:
            return {**found, "date": self.text("date-text", most=40, due=True)}, None, ()
        form = self._select(
            "date-format", ["", *FORMATS], facts["date_format"], "", lambda one: one or self._words("open-date-iso")
        )
        return {**found, "date": date}, "?" if form is None else form, ()

    def lifetimes(self) -> dict[str, str | None]:
        """From when to when shapes stand, if their file says so."""
        facts, of_shapes = self._facts, self._facts["columns_of_shapes"]
        if not facts["begin"]:
            return {}
        first = self._or_none("valid-from", of_shapes, facts["begin"])
        last = self._or_none("valid-to", of_shapes, facts["end"]) if first else None
        told = {"valid_from": first, "valid_to": last}
        if last:
            told["end"] = self.one("end", ENDS, None) or "?"
            if facts["open_end"]:
                told["open_end"] = self.text("open-end", self._words("open-open-end", seen=facts["open_end"]), due=True)
        return told

    def _or_none(self, name: str, options: Sequence[str], first: str | None) -> str | None:
        return self._select(name, ["", *options], first or "", "", lambda one: one or self._words("open-unused"))

    def values(self) -> tuple[dict[str, str], dict[str, str | None]]:
        """What each value says, and what each faction is."""
        st.markdown(f"### {self._words('open-values')}")
        st.markdown(self._words("open-values-note"))
        said: dict[str, str] = {}
        with st.container(key="open-values"):
            for value, count in self._facts["counts"].items():
                # A word of the program is nobody's name: there is nothing to fill in.
                first = value if self._facts["factions"][value] else ""
                label = self._words("open-value", value=plain_markdown(value), count=count)
                said[value] = self.text(f"value {value}", label, first)
        named = dict.fromkeys(name for text in said.values() for name in factions_named(text))
        kinds = _allowed("factions", "kind")
        with st.container(key="open-kinds"):
            return said, {name: self._kind(name, kinds) for name in named}

    def _kind(self, faction: str, kinds: Sequence[str]) -> str | None:
        label = self._words("open-kind", faction=plain_markdown(faction))
        return self._select(f"kind {faction}", kinds, None, label, lambda one: self._words(f"open-kind-{one}"))

    def names(self) -> dict[str, str | None]:
        """Which shape is meant by names that none has."""
        spellings: Mapping[str, str] = self._facts["spellings"]
        if not spellings:
            return {}
        st.markdown(f"### {self._words('open-names')}")
        st.markdown(self._words("open-names-note"))
        with st.container(key="open-names"):
            return {name: self._unit(name, near) for name, near in spellings.items()}

    def _unit(self, name: str, near: str) -> str | None:
        likely = [one for one in self._facts["units"] if one in near.split(", ")]
        options = ["", *dict.fromkeys([*likely, *self._facts["units"]])]
        label = plain_markdown(name)
        return (
            self._select(f"unit {name}", options, "", label, lambda one: one or self._words("open-leave-out")) or None
        )

    def source(self) -> dict[str, str | None]:
        """Where the table is from, and how far it is to be believed."""
        st.markdown(f"### {self._words('open-source')}")
        kinds = _allowed("sources", "kind")
        with st.container(key="open-source"):
            title = self._facts["table"] or self._facts["shapes"]
            told: dict[str, str | None] = {
                "title": self.text("source-title", first=title, due=True),
                "language": self.text("source-language", most=20, due=True),
                "kind": self._select("source-kind", kinds, None, "", lambda one: self._words(f"source-kind-{one}")),
                "independent": self.one("source-independent", YES_NO, None),
                "thin": self.one("source-thin", YES_NO, None),
            }
            more = {name: self.text(f"source-{name}") for name in ("author", "year")}
        return told | {name: one for name, one in more.items() if one}


def _joined(facts: Facts) -> str | None:
    """The column of the shapes that the table seems to refer to."""
    column: str | None = facts["key"] if facts["by"] == "id" else facts["name"]
    return column


def _key(ids: Sequence[str], name: str) -> str:
    return f"open {' '.join(ids)} {name}"


def _allowed(table: str, column: str) -> list[str]:
    """What a column may hold."""
    told = tables()[table].field(column)
    return [] if told is None else list(told["constraints"]["enum"])
