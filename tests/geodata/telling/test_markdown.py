"""Markdown of a stranger: nothing in it acts or asks a foreign host, and what is meant stays."""

from __future__ import annotations

import re

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from geodata.telling import plain_markdown, safe_markdown


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("# A *heading*\n\n- one\n- two", "# A *heading*\n\n- one\n- two"),
        ("[a](https://example.org/x_(y)) <http://example.org>", "[a](https://example.org/x_(y)) <http://example.org>"),
        ("[a][1]\n\n[1]: https://example.org", "[a][1]\n\n[1]: https://example.org"),
        ("| `a` | b |\n| --- | --- |", "| `a` | b |\n| --- | --- |"),
        ("`name_<language>` and ``<b>``", "`name_<language>` and ``<b>``"),
        ("```\n<b>\n```\n", "```\n<b>\n```\n"),
        ("3 < 4 > 2", "3 < 4 > 2"),
        ("Hey![^1]", "Hey[^1]"),
    ],
)  # fmt: skip
def test_what_is_harmless_stays(text: str, safe: str) -> None:
    assert safe_markdown(text) == safe


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("![a](https://foreign.invalid/x.png)", "[a](https://foreign.invalid/x.png)"),
        ("!!![a][b]", "[a][b]"),
        ("[![a](https://x.org/i.png)](https://x.org)", "[[a](https://x.org/i.png)](https://x.org)"),
        ("[!](x)[a](https://x.org/i.png)", "[a](https://x.org/i.png)"),
        ("!<!-- -->[a](https://x.org/i.png)", "[a](https://x.org/i.png)"),
        ("[a](javascript:alert)", "a"),
        ("[a](JaVaScRiPt:alert)", "a"),
        ("[a](&#106;avascript:alert)", "a"),
        ("[a](data:text/html,x)", "a"),
        ("[a](//foreign.invalid)", "a"),
        ("[a](CHANGELOG.md)", "a"),
        ("[a](#part)", "a"),
        ("[a](<javascript:alert>)", "a"),
        ("[a](\njavascript:alert)", "[a]\\(\njavascript:alert)"),
        ("[a]: javascript:alert", "[a]\\: javascript:alert"),
        ("> [a]:\n> javascript:alert", "> [a]\\:\n> javascript:alert"),
        ("<javascript:alert>", "&lt;javascript:alert>"),
        ("<script>x</script>", "&lt;script>x&lt;/script>"),
        ("<IMG src=x onerror=y>", "&lt;IMG src=x onerror=y>"),
        ("`a` <b> `c`", "`a` &lt;b> `c`"),
        ("`a <b> ``c`` <i>", "`a &lt;b> ``c`` &lt;i>"),
        ("```\n<b>\n```\n<b>", "```\n<b>\n```\n&lt;b>"),
        ("<!-- hidden --><b>", "&lt;b>"),
        ("<!-- never closed", "&lt;!-- never closed"),
    ],
)
def test_what_could_act_is_text(text: str, safe: str) -> None:
    assert safe_markdown(text) == safe


PIECES = st.sampled_from(
    ["!", "[", "]", "(", ")", "<", ">", ":", "a", " ", "\n", "`", "javascript:x", "https://x.org", "<!--", "-->", "\\"]
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_piece_makes_an_image_or_a_foreign_link(text: str) -> None:
    safe = safe_markdown(text)
    assert "![" not in safe
    for link in re.finditer(r"\](?:\(|:)\s*<?", safe):
        assert safe[link.end() :].startswith("https://x.org"), safe


def test_large_documents_take_no_more_than_their_length() -> None:
    """Forms that a careless pattern would look through again from every place: this would not end."""
    for text in ("!" * 200_000 + "[", "[" * 200_000, "](" * 100_000, "<!--" * 50_000, "[a](" * 50_000, "`" * 200_000):
        assert "![" not in safe_markdown(text)


@pytest.mark.parametrize("text", ["*a*", "[a](javascript:b)", "<b>", "# a", "1. a", "a | b", "$x$ `y`", "![x](y)"])
def test_plain_text_has_no_sign_that_is_not_escaped(text: str) -> None:
    plain = plain_markdown(text)
    assert not re.search(r"(?<!\\)[*\[\]()<>#|$`!]", plain)
    assert plain.replace("\\", "") == text


def test_plain_text_is_one_line() -> None:
    assert plain_markdown("a\n\n# b") == "a \\# b"
