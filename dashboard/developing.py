"""``python -m dashboard.developing``: the page for maintainers, which shows what was saved; not in the wheel.

It takes what ``atlas serve`` takes. When a file of the two packages is saved, scripts, styles, texts and tables too,
the server is started anew, and pages that are open load themselves anew, with their address.
"""

from __future__ import annotations

import sys
import uuid
from collections.abc import Sequence
from pathlib import Path

from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.cli import main as atlas
from dashboard.page_script import send_with_script

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
            await send_with_script(self.app, scope, receive, send, SCRIPT[1:])
        else:
            await self.app(scope, receive, send)


def serve(arguments: Sequence[str]) -> None:
    """Serve as the command does, with the script in the page."""
    sys.exit(atlas(["serve", *arguments], around=[Middleware(ReloadingMiddleware)]))


def main() -> None:
    """Serve, and again whenever something was saved."""
    from watchfiles import run_process  # noqa: PLC0415  maintainers have it

    run_process(*FOLDERS, target=serve, args=(sys.argv[1:],))


if __name__ == "__main__":
    main()
