"""Turning a request away after what it sends has come in."""

from __future__ import annotations

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

MOST_DISCARDED = 1_000_000
"""Bytes that are waited for and dropped; of a larger body nobody waits for the end."""


async def refuse(answer: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request that is not let in.

    Who is answered, and cut off, while still sending may take that for a fault of the line: a proxy tells its reader
    of a bad gateway (502) instead of the answer.

    Parameters
    ----------
    answer : starlette.responses.Response
    scope, receive, send
        As ASGI has them.
    """
    left = MOST_DISCARDED
    while left > 0:
        message = await receive()
        left -= len(message.get("body", b""))
        if message["type"] != "http.request" or not message.get("more_body"):
            break
    await answer(scope, receive, send)
