"""Open another atlas: files are given, what is what in them is said, and what came of them is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.edition import Edition, edition_of
from dashboard.map import STYLES as STYLES_OF_MAPS
from dashboard.map import inline
from dashboard.parts import EVIDENCE_STYLE, legend_css
from dashboard.text import Texts
from dashboard.uploads import (
    ENDINGS,
    LARGEST_UPLOAD,
    MEGABYTE,
    Answer,
    FullError,
    OpenedAtlas,
    ReadAtlas,
    Refused,
    Seen,
    as_yaml,
    let_go,
    mapping_of,
    opened_here,
    read_files,
    session_id,
    shelf,
)
from dashboard.views.open_atlas.html import intro_html, preview_html, problems_html, report_html
from dashboard.views.open_atlas.questions import ask, columns_told
from dashboard.widgets import clickable, to_the_end
from geodata.telling import plain_markdown

STYLES = (EVIDENCE_STYLE, Path(__file__).with_name("open-atlas.css"))
DRAWING = f"<style>{inline(STYLES_OF_MAPS / 'drawing.css')}</style>"

SEEN, TOLD, MADE = "open-seen", "open-told", "open-made"
"""In the session: what came of the files as they are, with other columns, and of the mapping; with what it came of."""

ROUND = "open-round"
"""In the session: how often files were given, so that the box for them is empty afterwards."""

Asked = tuple[object, ...]


def show(edition: Edition) -> None:
    """Show the view."""
    words, here = edition.words, opened_here()
    if here is not None and here.is_shown:
        # The line over every view has the button that closes it.
        return
    for sheet in STYLES:
        st.html(sheet)
    with st.container(key="atlas-open"):
        st.html(intro_html(words))
        files = st.file_uploader(
            words("open-files"),
            [one.removeprefix(".") for one in ENDINGS],
            accept_multiple_files=True,
            max_upload_size=LARGEST_UPLOAD // MEGABYTE,
            key=f"open-files-{st.session_state.get(ROUND, 0)}",
        )
        if files:
            _show_answer(edition, files)
        elif here is not None:
            shelf.close(session_id())


def _show_answer(edition: Edition, files: Sequence[UploadedFile]) -> None:
    ids = tuple(one.file_id for one in files)
    told: dict[str, str] = {}
    answer = _answer(edition.words, SEEN, ids, lambda: _read(files, told))
    if isinstance(answer, Seen):
        told = columns_told(answer.facts, ids)
        if told:
            answer = _answer(edition.words, TOLD, (*ids, *told.items()), lambda: _read(files, told))
    if isinstance(answer, Seen):
        asked_for = ask(edition.words, answer.facts, ids)
        if asked_for is None:
            return
        choices, unanswered = asked_for
        if unanswered:
            st.info(edition.words("open-unanswered", questions=" · ".join(unanswered)))
        mapping = as_yaml(mapping_of(answer.facts, choices))
        asked = (*ids, mapping)
        pressed = st.button(edition.words("open-preview"), key="open-preview", disabled=bool(unanswered))
        if not pressed and st.session_state.get(MADE, (None,))[0] != asked:
            return
        answer = _answer(edition.words, MADE, asked, lambda: _read(files, told, mapping))
    if isinstance(answer, Refused):
        st.html(problems_html(edition.words, answer.problems))
    elif isinstance(answer, OpenedAtlas):
        _preview(edition, answer, ids)


def _answer(words: Texts, key: str, asked: Asked, read: Callable[[], Answer]) -> Seen | Refused | OpenedAtlas | None:
    """What came of something; read once, however often the page is made again."""
    kept = st.session_state.get(key)
    if kept is not None and kept[0] == asked:
        here = opened_here()
        # An atlas is held by the shelf alone, which may have closed it meanwhile.
        if not isinstance(kept[1], str):
            return kept[1]  # type: ignore[no-any-return]
        if here is not None and here.token == kept[1]:
            return here
    with st.spinner(words("open-reading")):
        answer = read()
    if isinstance(answer, ReadAtlas):
        try:
            opened = shelf.put(session_id(), answer)
        except FullError:
            st.warning(words("open-full"))
            return None
        st.session_state[key] = asked, opened.token
        return opened
    st.session_state[key] = asked, answer
    return answer


def _read(files: Sequence[UploadedFile], told: Mapping[str, str], mapping: str = "") -> Answer:
    return read_files(tuple((one.name, one.getvalue()) for one in files), told, mapping)


def _preview(edition: Edition, opened: OpenedAtlas, file_ids: Sequence[str]) -> None:
    other, words = edition_of(opened.atlas, edition.language), edition.words
    st.html(f"<style>{legend_css(other)}</style>")
    st.html(DRAWING)
    st.markdown(f"### {plain_markdown(other.atlas.title)}")
    labels = {period.id: period.label for period in other.atlas.periods}
    period = st.selectbox(
        words("open-period"), list(labels), format_func=labels.__getitem__, key=f"open-period-{opened.token}"
    )
    clickable(preview_html(other, period), "open-picture", _nothing)
    if opened.read.report:
        st.html(report_html(words, opened.read.report))
    if opened.read.warnings:
        st.html(problems_html(words, opened.read.warnings, as_warnings=True))

    def show_it() -> None:
        opened.is_shown = True
        let_go(file_ids)
        for key in (SEEN, TOLD, MADE):
            st.session_state.pop(key, None)
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1

    st.button(words("open-show"), key="open-show", on_click=to_the_end(show_it))


def _nothing(_pressed: str) -> None:
    """Nothing in the preview can be pressed."""
