"""Data that stand inside a script element."""

from __future__ import annotations

import json
from typing import Any

ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Outside of texts JSON has none of these signs, and within a text it may write each of them so."""


def script_json(value: Any) -> str:
    """Write data so that no text in them can end the script element or open a comment.

    Parameters
    ----------
    value : Any
        What JSON can hold.

    Examples
    --------
    >>> "</script>" in script_json({"a": "</script><!--"})
    False
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(ESCAPES)
