"""``atlas serve``: show an atlas in the browser."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import geodata
from dashboard.served import FOLDER_VARIABLE

DEFAULT_PORT = 8501
LAST_PORT = 65535
THIS_MACHINE = "127.0.0.1"
APP = Path(__file__).parents[1] / "app.py"


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
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the atlas first, so that a broken one is told here and not to the first reader; then serve it."""
    geodata.load(options.dir)
    environment = {name: value for name, value in os.environ.items() if name != FOLDER_VARIABLE}
    if options.dir is not None:
        environment[FOLDER_VARIABLE] = str(Path(options.dir).resolve())
    command = [
        sys.executable, "-m", "streamlit", "run", str(APP),
        "--server.port", str(options.port), "--server.address", options.address,
    ]  # fmt: skip
    if os.name == "posix":
        # The server takes the place of this process, so that whoever ends the one has ended the other.
        os.execve(sys.executable, command, environment)
    try:
        return subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 0


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 1 to {LAST_PORT}")
    return int(text)
