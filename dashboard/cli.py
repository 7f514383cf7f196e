"""The command ``atlas``."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import geodata
from dashboard.served import FOLDER_VARIABLE
from geodata.template import write_template

DEFAULT_PORT = 8501
OK, FAILED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0, 1 with problems on standard error, or 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except geodata.AtlasError as error:
        print(error, file=sys.stderr)
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="atlas", description="An atlas of who held what, when, and how we know it.", allow_abbrev=False
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serve = commands.add_parser(
        "serve", help="show an atlas in the browser", description="Show an atlas in the browser."
    )
    serve.add_argument("dir", nargs="?", metavar="DIR", help="folder of an atlas; the built-in one if left out")
    serve.add_argument("--port", type=_port, default=DEFAULT_PORT, metavar="N", help="port (default: %(default)s)")
    serve.add_argument(
        "--address", default="127.0.0.1", metavar="HOST", help="address to listen on (default: this machine only)"
    )
    serve.set_defaults(run=_serve)

    validate = commands.add_parser(
        "validate", help="check the folder of an atlas", description="Check an atlas and list everything to be mended."
    )
    validate.add_argument("dir", metavar="DIR", help="folder of an atlas")
    validate.set_defaults(run=_validate)

    new = commands.add_parser(
        "new",
        help="begin an atlas of one's own",
        description="Write a small made-up atlas into a new folder, to be replaced table by table.",
    )
    new.add_argument("dir", metavar="DIR", help="a folder that does not exist yet")
    new.set_defaults(run=_new)
    return parser


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 1 to 65535")
    return int(text)


def _serve(options: argparse.Namespace) -> int:
    """Check first, so that a broken atlas is told here and not to the first reader."""
    geodata.load(options.dir)
    environment = dict(os.environ)
    environment.pop(FOLDER_VARIABLE, None)
    if options.dir is not None:
        environment[FOLDER_VARIABLE] = str(Path(options.dir).resolve())
    app = Path(__file__).parent / "app.py"
    command = [
        sys.executable, "-m", "streamlit", "run", str(app),
        "--server.port", str(options.port), "--server.address", options.address,
    ]  # fmt: skip
    try:
        return subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return OK


def _validate(options: argparse.Namespace) -> int:
    atlas = geodata.load(options.dir)
    print(f"{options.dir}: nothing to mend. {atlas!r}")
    return OK


def _new(options: argparse.Namespace) -> int:
    folder = write_template(options.dir)
    print(f"Wrote a made-up atlas to {folder}. Replace its tables with your own, then: atlas validate {folder}")
    return OK


if __name__ == "__main__":
    sys.exit(main())
