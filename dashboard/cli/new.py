"""``atlas new``: begin an atlas of one's own."""

from __future__ import annotations

import argparse

from geodata.tables import write_template


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "new",
        help="begin an atlas of one's own",
        description="Write a small made-up atlas into a new folder, to be replaced table by table.",
    )
    parser.add_argument("dir", metavar="DIR", help="a folder that does not exist yet")
    parser.add_argument(
        "--license", metavar="NAME", help="how others may use it: the short name of a licence (ODbL-1.0) or its address"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the atlas and say what to do next."""
    folder = write_template(options.dir, options.license)
    print(f"Wrote a made-up atlas to {folder}. Replace its tables with your own, then: atlas validate {folder}")
    if options.license is None:
        print("It names no licence: say how others may use it under `licenses` in its datapackage.json.")
    return 0
