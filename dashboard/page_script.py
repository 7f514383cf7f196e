"""A script added to each page that a server sends, for who works on what it shows."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


async def send_with_script(app: ASGIApp, scope: Scope, receive: Receive, send: Send, script: str) -> None:
    """Let an application answer, and put a script at the end of its page.

    Parameters
    ----------
    app : ASGIApp
    scope, receive, send
        As ASGI has them.
    script : str
        Address of the script from the page.
    """
    # What is compressed can't be added to.
    headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    await app({**scope, "headers": headers}, receive, _with_script(send, script))


def _with_script(send: Send, script: str) -> Send:
    is_page = False

    async def forward(message: Message) -> None:
        nonlocal is_page
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            is_page = headers.get("content-type", "").startswith("text/html")
            if is_page:
                del headers["content-length"]
        elif is_page and message["type"] == "http.response.body" and not message.get("more_body"):
            tag = f'<script src="{script}" defer></script>'.encode()
            message = {**message, "body": message.get("body", b"") + tag}
        await send(message)

    return forward
