"""``atlas serve``: show an atlas in the browser."""

from __future__ import annotations

import argparse
import importlib
import os
import socket
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import geodata
from dashboard.server import EMBEDDINGS, Settings, clean_path, clean_url, keep_memory_together
from geodata.extras import extra

if TYPE_CHECKING:
    from starlette.middleware import Middleware

DEFAULT_PORT = 8501
LAST_PORT = 65535
PURPOSE = "Serving the page"
MOST_UPLOADS = 100
"""Atlases of readers at once: each may take hundreds of megabytes."""

THIS_MACHINE = "127.0.0.1"
FAILED = 1

DESCRIPTION = """Show an atlas in the browser. It listens to this machine only, unless --host says otherwise. On the net
it belongs behind a proxy: see docs/security.md and deploy/."""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser("serve", help="show an atlas in the browser", description=DESCRIPTION)
    parser.add_argument("dir", nargs="?", metavar="DIR", help="folder of an atlas; the built-in one if left out")
    parser.add_argument("--port", type=_port, default=DEFAULT_PORT, metavar="N", help="port (default: %(default)s)")
    parser.add_argument(
        "--host",
        default=THIS_MACHINE,
        metavar="HOST",
        help="name or address of this machine to listen on; 0.0.0.0 for all of them (default: %(default)s, which no "
        "other machine can reach)",
    )
    parser.add_argument(
        "--base-path",
        type=_checked(clean_path),
        default="",
        metavar="PATH",
        help="path below which the page lies, such as /maps/atlas, where a proxy passes on only what begins with it, "
        "and passes it on unchanged (default: the top of the server)",
    )
    parser.add_argument(
        "--embed",
        choices=EMBEDDINGS,
        default=EMBEDDINGS[0],
        help="whose pages may show the atlas in a frame: any page, pages of the same server (self), or none "
        "(default: %(default)s)",
    )
    parser.add_argument(
        "--public-url",
        type=_checked(clean_url),
        metavar="URL",
        help="address of the page as readers have it, such as https://news.example/maps/atlas, for previews of links "
        "and for proxies that name this server otherwise (default: not known, so that previews have no picture)",
    )
    parser.add_argument(
        "--watch",
        action="store_true",
        help="read the atlas again when one of its files is saved, and load open pages anew; what is wrong with the "
        "files is told in the page, beside the last state without problems",
    )
    parser.add_argument(
        "--uploads",
        type=_number_of_uploads,
        default=0,
        metavar="N",
        help="let readers open atlases of their own in the page, each for itself and as long as its page is open; N at "
        "most at once (default: none; what it costs: docs/security.md)",
    )
    parser.set_defaults(run=run, wrong_usage=parser.error)


def run(options: argparse.Namespace) -> int:
    """Load the atlas first, so that a broken one is told here and not to the first reader; then serve it."""
    with extra("dashboard", PURPOSE):
        importlib.import_module("streamlit")
    settings = Settings(options.base_path, options.embed, options.public_url or "", options.uploads)
    if settings.uploads:
        _check_uploads(options)
    if settings.public_url and not settings.public_url.endswith(settings.base_path):
        options.wrong_usage(f"--public-url {settings.public_url} does not end with --base-path {settings.base_path}")
    keep_memory_together()
    atlas = geodata.load(options.dir)
    try:
        bound = _bind(options.host, options.port)
    except OSError as error:
        options.wrong_usage(f"{options.host}, port {options.port}: {error.strerror}; choose another")
    address = f"http://{_in_a_url(options.host)}:{options.port}{settings.base_path}"
    greeting = f"The atlas is at {address} (Ctrl+C ends the server)"
    # Takes a second, for which no other command has to wait.
    with extra("dashboard", PURPOSE):
        server = importlib.import_module("dashboard.server.process")
    try:
        around = [*options.around, *(_watching(atlas, settings) if options.watch else ())]
        started = server.serve(atlas, bound, settings, partial(print, greeting, flush=True), around)
        return 0 if started else FAILED
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        # A library that needs a place to write, say: its words tell which, and where to name another.
        print(f"The server can't go on: {error}", file=sys.stderr)
        return FAILED


def _check_uploads(options: argparse.Namespace) -> None:
    """Refuse what would fail with the first reader."""
    if options.watch:
        options.wrong_usage("argument --uploads: not allowed with argument --watch, which loads pages anew")
    with extra("import", "Opening atlases of readers"):
        importlib.import_module("yaml")
        importlib.import_module("python_calamine")
    if not importlib.import_module("dashboard.uploads").can_be_bounded():
        options.wrong_usage("--uploads: this system can't limit the memory of a process")


def _watching(atlas: geodata.Atlas, settings: Settings) -> Iterator[Middleware]:
    """The layer that shows what was saved; it looks at the folder from now on."""
    watching = importlib.import_module("dashboard.server.watching")
    layers = importlib.import_module("starlette.middleware")
    watcher = watching.Watcher(atlas.package.folder)
    watcher.start()
    yield layers.Middleware(watching.WatchMiddleware, watcher, settings.base_path)


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # On a socket that does not say that it is TCP's, asyncio leaves the delay of small packets: the second part of an
    # answer, its body, would wait some forty milliseconds for the browser to confirm the first.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":
        # The port of a server that has just ended is free.
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind((host, port))
    return bound


def _in_a_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 1 to {LAST_PORT}")
    return int(text)


def _number_of_uploads(text: str) -> int:
    if not text.isdigit() or not 0 <= int(text) <= MOST_UPLOADS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of atlases; give one from 0 to {MOST_UPLOADS}")
    return int(text)


def _checked(clean: Callable[[str], str]) -> Callable[[str], str]:
    def check(text: str) -> str:
        try:
            return clean(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return check
