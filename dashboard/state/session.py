"""The reader's choices in Streamlit's session, begun from the address and written back to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.edition import Edition
from dashboard.state.state import FIELDS, State, address_from_state, changed_fields, state_from_address

KEPT = "kept"
"""In the session: what a reader has chosen, and the address that goes with it."""

MOST_UNSEEN = 8
"""Addresses that are remembered because a move may come from a browser that has seen none after them."""

OF_STREAMLIT = ("embed", "embed_options")
"""Parameters that Streamlit keeps in the address by itself."""


Told = Mapping[frozenset[tuple[str, str]], Mapping[str, str]]


class _Kept(NamedTuple):
    """One value of the session: Streamlit may break off a run wherever it writes one, and never within.

    Attributes
    ----------
    choice : State
    address : Mapping of str to str
        As the browser has it: what it last told, or what was last written to it. `streamlit.query_params` lags behind:
        Streamlit learns of an address that the page's own script has written only when a reader steps back or forward.
    told : Mapping
        What the browser last told while it saw an address that was written to it, by that address; the last one written
        comes last.
    """

    choice: State
    address: Mapping[str, str]
    told: Told

    def with_address(self, choice: State, address: Mapping[str, str]) -> _Kept:
        """What is kept when the browser has been given an address, or has gone to it."""
        told = {seen: last for seen, last in self.told.items() if seen != _seen(address)}
        return _Kept(choice, address, _newest({**told, _seen(address): address}))


def _seen(address: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset(address.items())


def _newest(told: Told) -> Told:
    return dict([*told.items()][-MOST_UNSEEN:])


def begin(edition: Edition) -> None:
    """Take over the choices of the address, and hand them to the widgets that show them.

    Streamlit forgets the value of a widget that a view does not show; what was chosen is kept here.
    """
    if KEPT not in st.session_state:
        address = _own(st.query_params.to_dict())
        st.session_state[KEPT] = _Kept(state_from_address(address, edition), address, {_seen(address): address})
    elif goes_through_history():
        adopt_address(edition, st.query_params.to_dict())
        # Who goes back twice in a hurry sends widgets that have not heard of the first step: the address is newer.
        _hand_to_widgets({key: getattr(chosen(), key) for key in FIELDS})
    choice = chosen()
    for key in FIELDS:
        if key not in st.session_state:
            value = getattr(choice, key)
            st.session_state[key] = list(value) if isinstance(value, tuple) else value


def adopt_address(edition: Edition, address: Mapping[str, str]) -> None:
    """Take over what is other in an address that the reader has gone to than in the one before.

    To be called before the widgets are made that show the choices.

    Parameters
    ----------
    edition : Edition
    address : Mapping of str to str
        Parameters as the browser has them.
    """
    kept, address = _kept(), _own(address)
    choice = _with_changes(kept.choice, kept.address, address, edition)
    st.session_state[KEPT] = kept.with_address(choice, address)


def adopt_move(edition: Edition, seen: Mapping[str, str], address: Mapping[str, str]) -> None:
    """Take over what the reader changed in the address, and no more: something newer may be on its way to the browser.

    To be called before the widgets are made that show the choices.

    Parameters
    ----------
    edition : Edition
    seen : Mapping of str to str
        Parameters of what was last written to the browser, or gone to in it, before the reader changed it.
    address : Mapping of str to str
        Parameters as the browser has them.
    """
    kept, seen, address = _kept(), _own(seen), _own(address)
    choice = _with_changes(kept.choice, kept.told.get(_seen(seen), seen), address, edition)
    # What was seen is the browser's word: it may name any number of addresses.
    told = _newest({**kept.told, _seen(seen): address})
    has_seen_all = [*kept.told][-1] == _seen(seen)
    st.session_state[KEPT] = _Kept(choice, address if has_seen_all else kept.address, told)


def _with_changes(choice: State, before: Mapping[str, str], after: Mapping[str, str], edition: Edition) -> State:
    changed = changed_fields(state_from_address(before, edition), state_from_address(after, edition))
    _hand_to_widgets(changed)
    return replace(choice, **changed)


def _own(address: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in address.items() if name not in OF_STREAMLIT}


def goes_through_history() -> bool:
    """Whether the page is made again because the reader went back or forward: then no widget was pressed."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _hand_to_widgets(changed: Mapping[str, Any]) -> None:
    for key, value in changed.items():
        st.session_state[key] = list(value) if isinstance(value, tuple) else value


def chosen() -> State:
    """What the reader has chosen, all of it."""
    return _kept().choice


def _kept() -> _Kept:
    kept: _Kept = st.session_state[KEPT]
    return kept


def remember(edition: Edition, **changed: Any) -> None:
    """Keep what was chosen and write it to the address; parameters that make no sense are gone from it afterwards."""
    kept = _kept()
    choice = replace(kept.choice, **changed)
    st.session_state[KEPT] = kept._replace(choice=choice)
    wanted = address_from_state(choice, edition)
    if kept.address != wanted:
        st.query_params.from_dict(wanted)
        st.session_state[KEPT] = kept.with_address(choice, wanted)


def choose(edition: Edition, **changed: Any) -> None:
    """Choose for the reader, as a button does: from a callback, before the widgets are made again.

    Widgets with the names of the fields show the new values.
    """
    _hand_to_widgets(changed)
    remember(edition, **changed)


def begin_anew(edition: Edition) -> None:
    """Begin with another atlas: nothing that was chosen in the one before means anything in it but the language.

    To be called before the widgets are made.

    Parameters
    ----------
    edition : Edition
        Of the other atlas.
    """
    first = replace(state_from_address({}, edition), language=chosen().language)
    choose(edition, **{key: getattr(first, key) for key in FIELDS})


def adopt_choice_from_map(edition: Edition, map_key: str) -> None:
    """Let the widgets take over what a map sends: which province was chosen, or where playing stopped."""
    choice = st.session_state.get(map_key)
    if goes_through_history() or not isinstance(choice, dict):
        return
    for key in ("province", "period"):
        if key in choice:
            st.session_state[key] = choice[key]
    if "pins" in choice:
        remember(edition, factions=())


def choose_language(edition: Edition, language: str) -> None:
    """Take over a language; widgets have other labels in it and would forget what they show."""
    choose(edition, **{key: getattr(chosen(), key) for key in FIELDS} | {"language": language})


def toggle_pin(edition: Edition, key: str) -> None:
    """Pin an entry of a legend, or let it go."""
    pins = chosen().factions
    remember(edition, factions=tuple(one for one in pins if one != key) if key in pins else (*pins, key))


def place_in(options: Sequence[str], value: str | None) -> int | None:
    """Where a box that shows a value stands; None if it shows none."""
    return options.index(value) if value in options else None
