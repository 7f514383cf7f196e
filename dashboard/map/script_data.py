"""Data that stand inside a script element."""

from __future__ import annotations

import json
from typing import Any


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
    return text.replace("</", "<\\/").replace("<!--", "\\u003c!--").replace("\u2028", "\\u2028")
