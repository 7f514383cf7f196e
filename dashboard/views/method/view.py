"""The method: definition of control, the rule, boundaries, gaps and data dictionary, as the atlas itself tells them.

Then what belongs to every atlas: how to cite it, its licences, and what changed between its versions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import streamlit as st

from dashboard.edition import Edition
from dashboard.parts import key_html
from dashboard.text import DEFAULT_LANGUAGE
from geodata.tables import CHANGELOG
from geodata.telling import cite_atlas, licence_name, licences, plain_markdown, safe_markdown, verdicts

SECTION = re.compile(r"^## ", re.MULTILINE)
OPEN_SECTIONS = 3
"""The first sections stand open; the data dictionary alone is longer than all the rest."""


def show(edition: Edition) -> None:
    """Show the view."""
    with st.container(key="atlas-method"):
        st.markdown(f"## {edition.words('legend-key')}\n\n{edition.words('method-reading')}")
        st.html(key_html(edition))
        st.markdown(f"## {edition.words('method-heading')}")
        if edition.words.language != DEFAULT_LANGUAGE:
            st.markdown(f"{edition.words('method-english')} {edition.words('method-translation')}")
        opening, *sections = SECTION.split(safe_markdown(edition.atlas.readme) or edition.words("method-missing"))
        with st.container(key="atlas-method-text"):
            st.markdown(opening)
        for number, section in enumerate(sections):
            title, _, body = section.partition("\n")
            with st.expander(title, expanded=number < OPEN_SECTIONS):
                st.markdown(body)
        for name, body in _about(edition):
            with st.expander(edition.words(f"method-{name}")):
                st.markdown(body)


def _about(edition: Edition) -> list[tuple[str, str]]:
    terms = [_licence(one) for one in licences(edition.atlas.package.descriptor)]
    found = [
        ("cite", f"{plain_markdown(cite_atlas(edition.atlas))}\n\n{edition.words('method-cite-note')}"),
        ("licences", "\n".join([*terms, f"- {edition.words('method-licence-code')}"])),
    ]
    told = [
        f"- {plain_markdown(one.statement)} ({one.source_id}, {one.claim_id})  \n"
        f"  {plain_markdown(one.compared)}: **{plain_markdown(one.verdict)}**"
        for one in verdicts(edition.atlas, edition.language)
    ]
    if told:
        found.append(("checks", "\n".join([edition.words("method-checks-note"), "", *told])))
    changelog = safe_markdown(edition.atlas.package.documents.get(CHANGELOG, ""))
    if changelog:
        # Its headings would stand above those of the view.
        found.append(("changes", re.sub(r"^#+ ", "#### ", changelog, flags=re.MULTILINE)))
    return found


def _licence(licence: Mapping[str, str]) -> str:
    name = plain_markdown(licence_name(licence))
    return f"- [{name}](<{licence['path']}>)" if "path" in licence else f"- {name}"
