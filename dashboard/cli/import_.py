"""``atlas import``: an atlas from the shapes and tables that people have."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.cli.progress import progress_on_terminal
from geodata.export import check_targets, write_atomically
from geodata.importing import draft_mapping, import_atlas, read_mapping

DESCRIPTION = """Make an atlas of a file of shapes and tables of who held what, without code. First a mapping file is
drafted from the data (--draft); then you answer what it asks; then it is imported. What was read, left out, mended and
taken for granted is told at the end."""

EXAMPLES = """in this order:
  atlas import districts.gpkg control.xlsx --draft mapping.yaml
  atlas import mapping.yaml my-atlas --dry-run
  atlas import mapping.yaml my-atlas
docs/import.md goes through an example from start to end."""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "import",
        help="make an atlas of shapes and tables",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a mapping and the folder to write; with --draft, a file of shapes and a table, if there is one",
    )
    parser.add_argument(
        "--draft", metavar="OUT.yaml", type=Path, help="write a mapping file to be edited, and no atlas"
    )
    parser.add_argument("--dry-run", action="store_true", help="read, join and check everything, and write nothing")
    parser.add_argument("--force", action="store_true", help="replace an atlas, or a mapping, that is there already")
    parser.set_defaults(run=run, wrong_usage=parser.error)


def run(options: argparse.Namespace) -> int:
    """Draft a mapping, or import by one."""
    if options.draft is not None:
        return _draft(options)
    if len(options.files) != (1 if options.dry_run else 2) and not (options.dry_run and len(options.files) == 2):
        options.wrong_usage("give a mapping file and the folder to write; with --dry-run the mapping will do")
    mapping, folder = Path(options.files[0]), options.files[1] if len(options.files) > 1 else None
    report = import_atlas(
        read_mapping(mapping),
        None if options.dry_run else folder,
        force=options.force,
        step=progress_on_terminal(),
    )
    print(report)
    if options.dry_run:
        print("Nothing was written (--dry-run).")
    else:
        print(f"Wrote an atlas to {folder}. Look at it: atlas serve {folder}")
    return 0


def _draft(options: argparse.Namespace) -> int:
    if len(options.files) > 2:
        options.wrong_usage("a draft is made of a file of shapes and at most one table")
    if options.dry_run:
        options.wrong_usage("argument --dry-run: not allowed with argument --draft")
    elsewhere = [name for name in options.files if Path(name).resolve().parent != options.draft.resolve().parent]
    if elsewhere:
        options.wrong_usage(
            f"argument --draft: write it into the folder of {elsewhere[0]}: a mapping names files beside it"
        )
    check_targets([options.draft], options.force)
    text = draft_mapping(*options.files)
    write_atomically(options.draft, text.encode(), options.force)
    questions = text.count("'?'")
    print(
        f"Wrote {options.draft} with {questions} questions: answer each '?', then: atlas import {options.draft} FOLDER"
    )
    return 0
