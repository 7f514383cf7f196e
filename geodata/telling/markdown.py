"""Markdown of a stranger, made safe to be rendered; and plain text that stays plain in Markdown.

What is left asks no foreign host and runs nothing: no images, no HTML, and links to web addresses alone. Nothing is
parsed: each form is taken away wherever it stands, in code too, so that no disagreement between two readers of
Markdown lets one through.
"""

from __future__ import annotations

import re

_IMAGE = re.compile(r"!+(?=\[)")
"""Before a bracket an exclamation mark makes an image, of any form."""

_FOREIGN = r"(?!\s*<?https?://[^\s<>])"
_SIMPLE_LINK = re.compile(rf"\[([^\[\]\n]*)\]\({_FOREIGN}[^()\n]*\)", re.IGNORECASE)
_LINK = re.compile(rf"\]\({_FOREIGN}", re.IGNORECASE)
_DEFINITION = re.compile(rf"\]:{_FOREIGN}", re.IGNORECASE)
_TAG = re.compile(r"<(?=[A-Za-z/!?])(?!https?://)", re.IGNORECASE)

_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_TICKS = re.compile(r"(`+)")

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def safe_markdown(text: str) -> str:
    r"""Take everything out of a Markdown text that could act or ask another host.

    Parameters
    ----------
    text : str
        For example the README of an atlas.

    Returns
    -------
    str
        Markdown: an image is its description, a link that leads to no web address its text, a tag is shown as it is
        written, comments are gone.

    Examples
    --------
    >>> safe_markdown("![a map](https://example.org/spy.png) and [more](javascript:alert(1))")
    '[a map](https://example.org/spy.png) and [more]\\(javascript:alert(1))'
    >>> safe_markdown("See [the changes](CHANGELOG.md), <b>now</b>.")
    'See the changes, &lt;b>now&lt;/b>.'
    """
    text = _SIMPLE_LINK.sub(r"\1", without_comments(text))
    text = _DEFINITION.sub(r"]\\:", _LINK.sub(r"]\\(", text))
    # Last, for what is taken away before may leave one.
    return _without_tags(_IMAGE.sub("", text))


def _without_tags(text: str) -> str:
    """Show tags as they are written; in code they are shown so already."""
    lines = []
    fence = ""
    for line in text.splitlines(keepends=True):
        found = _FENCE.match(line)
        if fence:
            lines.append(line)
            if found and found[1].startswith(fence):
                fence = ""
        elif found:
            lines.append(line)
            fence = found[1]
        else:
            lines.append(_line_without_tags(line))
    return "".join(lines)


def _line_without_tags(line: str) -> str:
    """Code runs from some backticks to the next as many."""
    parts = _TICKS.split(line)
    closing: dict[int, int] = {}
    ends: dict[int, int] = {}
    for number in range(len(parts) - 2, 0, -2):
        ends[number] = closing.get(len(parts[number]), -1)
        closing[len(parts[number])] = number
    within = 0
    for number in range(0, len(parts), 2):
        if number - 1 > within:
            within = max(within, ends.get(number - 1, -1))
        if number >= within:
            parts[number] = _TAG.sub("&lt;", parts[number])
    return "".join(parts)


def without_comments(text: str) -> str:
    """Take comments out, and the line ends behind them: they are for those who write a document.

    Examples
    --------
    >>> without_comments("one<!-- not for readers -->, two")
    'one, two'
    """
    parts: list[str] = []
    end = 0
    # No regular expression: one would look through the whole text again for each comment that is never closed.
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start)) >= 0:
        parts.append(text[end:start])
        end = close + len("-->")
        while text.startswith("\n", end):
            end += 1
    return "".join([*parts, text[end:]])


def plain_markdown(text: str) -> str:
    r"""Write plain text so that Markdown shows it as it is, on one line.

    Examples
    --------
    >>> plain_markdown("[a](b) *and* <c>")
    '\\[a\\]\\(b\\) \\*and\\* \\<c\\>'
    """
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))
