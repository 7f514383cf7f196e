"""What several views show, as HTML without Streamlit: headline, legend, key, panels, pictures, boxes."""

from dashboard.parts.chart_widths import CHART_STYLE, EVIDENCE_STYLE, NARROW, PHONE, WIDE
from dashboard.parts.firmness import firmness
from dashboard.parts.headline import headline
from dashboard.parts.legend import (
    all_looks,
    at_once,
    key_html,
    legend_css,
    legend_data,
    legend_html,
    looks_shown,
    meaning_of,
    sign_states,
    signs_shown,
)
from dashboard.parts.lists import listed
from dashboard.parts.moves import moves_payload
from dashboard.parts.panel_templates import render
from dashboard.parts.pictures import pictures_css
from dashboard.parts.province import call_html, evidence_html
from dashboard.parts.province_data import call_data, call_in_short, evidence_data, other_reports
from dashboard.parts.provinces_table import provinces_table_html
from dashboard.parts.reading import (
    DIFFERS,
    Difference,
    claims_text,
    difference_lines,
    differences,
    differing,
    reading_data,
    reading_html,
)
from dashboard.parts.reading_words import kind_of_source, name_language, order_words, reading_words
from dashboard.parts.rows import area_rows, call_rows, coloured_rows
from dashboard.parts.search import has_all, spellings
from dashboard.parts.summary import footer_html, header_html, summary_data
from dashboard.parts.what_if import what_if_headline
from dashboard.parts.words import CallWords, call_words

__all__ = [
    "CHART_STYLE",
    "DIFFERS",
    "EVIDENCE_STYLE",
    "NARROW",
    "PHONE",
    "WIDE",
    "CallWords",
    "Difference",
    "all_looks",
    "area_rows",
    "at_once",
    "call_data",
    "call_html",
    "call_in_short",
    "call_rows",
    "call_words",
    "claims_text",
    "coloured_rows",
    "difference_lines",
    "differences",
    "differing",
    "evidence_data",
    "evidence_html",
    "firmness",
    "footer_html",
    "has_all",
    "header_html",
    "headline",
    "key_html",
    "kind_of_source",
    "legend_css",
    "legend_data",
    "legend_html",
    "listed",
    "looks_shown",
    "meaning_of",
    "moves_payload",
    "name_language",
    "order_words",
    "other_reports",
    "pictures_css",
    "provinces_table_html",
    "reading_data",
    "reading_html",
    "reading_words",
    "render",
    "sign_states",
    "signs_shown",
    "spellings",
    "summary_data",
    "what_if_headline",
]
