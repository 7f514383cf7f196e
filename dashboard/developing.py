"""``python -m dashboard.developing``: the page for maintainers, which shows what was saved; not in the wheel.

It takes what ``atlas serve`` takes. When a file of the two packages is saved, scripts, styles, texts and tables too,
the server is started anew, and pages that are open load themselves anew, with their address.
"""

from __future__ import annotations

import sys
import uuid
from collections.abc import Sequence
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.cli import main as atlas

HERE = Path(__file__).parent
FOLDERS = (HERE, HERE.parent / "geodata")
START = "/developing"
SCRIPT = "/developing.js"


class ReloadingMiddleware:
    """Puts a script into each page that asks now and then whether the server is still the same.

    Parameters
    ----------
    app : ASGIApp
        The application behind it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.start = uuid.uuid4().hex

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        path = scope.get("path", "")
        if scope["type"] == "http" and path.endswith(START):
            await PlainTextResponse(self.start)(scope, receive, send)
        elif scope["type"] == "http" and path.endswith(SCRIPT):
            script = (HERE / "developing.js").read_bytes()
            await Response(script, media_type="text/javascript")(scope, receive, send)
        elif scope["type"] == "http" and path.endswith("/"):
            # What is compressed can't be added to.
            headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
            await self.app({**scope, "headers": headers}, receive, _with_script(send))
        else:
            await self.app(scope, receive, send)


def _with_script(send: Send) -> Send:
    """Send a page with the script at its end."""
    is_page = False

    async def forward(message: Message) -> None:
        nonlocal is_page
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            is_page = headers.get("content-type", "").startswith("text/html")
            if is_page:
                del headers["content-length"]
        elif is_page and message["type"] == "http.response.body" and not message.get("more_body"):
            tag = f'<script src="{SCRIPT[1:]}" defer></script>'.encode()
            message = {**message, "body": message.get("body", b"") + tag}
        await send(message)

    return forward


def serve(arguments: Sequence[str]) -> None:
    """Serve as the command does, with the script in the page."""
    sys.exit(atlas(["serve", *arguments], around=[Middleware(ReloadingMiddleware)]))


def main() -> None:
    """Serve, and again whenever something was saved."""
    from watchfiles import run_process  # noqa: PLC0415  maintainers have it

    run_process(*FOLDERS, target=serve, args=(sys.argv[1:],))


if __name__ == "__main__":
    main()
