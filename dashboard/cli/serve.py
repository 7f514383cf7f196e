"""``atlas serve``: show an atlas in the browser."""

from __future__ import annotations

import argparse
import importlib
import os
import socket
from contextlib import suppress
from pathlib import Path

import geodata
from dashboard.served import FOLDER_VARIABLE
from geodata.extras import extra

DEFAULT_PORT = 8501
LAST_PORT = 65535
PURPOSE = "Serving the page"
THIS_MACHINE = "127.0.0.1"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "serve", help="show an atlas in the browser", description="Show an atlas in the browser."
    )
    parser.add_argument("dir", nargs="?", metavar="DIR", help="folder of an atlas; the built-in one if left out")
    parser.add_argument("--port", type=_port, default=DEFAULT_PORT, metavar="N", help="port (default: %(default)s)")
    parser.add_argument(
        "--address", default=THIS_MACHINE, metavar="HOST", help="address to listen on (default: this machine only)"
    )
    parser.set_defaults(run=run, wrong_usage=parser.error)


def run(options: argparse.Namespace) -> int:
    """Load the atlas first, so that a broken one is told here and not to the first reader; then serve it."""
    with extra("dashboard", PURPOSE):
        importlib.import_module("streamlit")
    geodata.load(options.dir)
    try:
        bound = _bind(options.address, options.port)
    except OSError as error:
        options.wrong_usage(f"{options.address}, port {options.port}: {error.strerror}; choose another")
    os.environ.pop(FOLDER_VARIABLE, None)
    if options.dir is not None:
        os.environ[FOLDER_VARIABLE] = str(Path(options.dir).resolve())
    # Streamlit decides by them which pages of other addresses may talk with this server.
    os.environ["STREAMLIT_SERVER_ADDRESS"] = options.address
    os.environ["STREAMLIT_SERVER_PORT"] = str(options.port)
    # Takes a second, for which no other command has to wait.
    with extra("dashboard", PURPOSE):
        server = importlib.import_module("dashboard.server.process")
    with suppress(KeyboardInterrupt):
        server.serve(
            bound, f"The atlas is at http://{_in_a_url(options.address)}:{options.port} (Ctrl+C ends the server)"
        )
    return 0


def _bind(address: str, port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    if os.name == "posix":
        # The port of a server that has just ended is free.
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind((address, port))
    return bound


def _in_a_url(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 1 to {LAST_PORT}")
    return int(text)
