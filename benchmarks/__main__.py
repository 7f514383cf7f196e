"""The command ``python -m benchmarks``: measure, and write the results."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks import machine
from benchmarks.effort import FULL, TRIAL, Effort
from benchmarks.measure import PARTS, measure
from benchmarks.report import write_report

HERE = Path(__file__).parent
FEWEST_MOVES = 4
ENDED = 143


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(ENDED))  # Servers and browsers are ended on the way out.
    parser = _parser()
    options = parser.parse_args(arguments)
    effort = _effort(options)
    if effort.moves < FEWEST_MOVES or effort.starts < 1:
        parser.error(f"at least {FEWEST_MOVES} moves and one start")
    file = options.out / "results" / "measured.json"
    kept = options.again or set(options.only) != set(PARTS)
    before = json.loads(file.read_text(encoding="utf-8")) if kept and file.is_file() else {}
    results = {"note": before.get("note", "") if options.note is None else options.note}
    results |= {"parts": before["parts"]} if "parts" in before else {}
    if options.again:
        if "parts" not in results:
            parser.error(f"nothing measured in {file}")
        _write(results, options.out, file)
        return 0
    if not machine.wait_until_quiet(options.wait):
        print(f"The machine is busy (load {machine.load()}); measuring all the same.", file=sys.stderr)
    for so_far in measure(options.only, effort, options.atlas, results):
        _write(so_far, options.out, file)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed beside what people use instead.")
    parser.add_argument(
        "--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART",
        help=f"measure these parts again and keep the others as they were measured: {', '.join(PARTS)}",
    )  # fmt: skip
    parser.add_argument("--moves", type=int, help=f"slider moves of each page (default: {FULL.moves})")
    parser.add_argument("--starts", type=int, help=f"cold starts of each page (default: {FULL.starts})")
    parser.add_argument("--trial", action="store_true", help="a few minutes to see that everything works")
    parser.add_argument("--wait", type=float, default=10, help="minutes to wait for a quiet machine (default: 10)")
    parser.add_argument("--atlas", type=Path, metavar="DIR", help="another atlas; the built-in one if left out")
    parser.add_argument("--out", type=Path, default=HERE, help="folder for RESULTS.md and results/ (default: here)")
    parser.add_argument("--again", action="store_true", help="write the report of the last run again, measure nothing")
    parser.add_argument("--note", help="remark on this run for readers of the results")
    return parser


def _effort(options: argparse.Namespace) -> Effort:
    """What the options ask for."""
    asked = {name: value for name in ("moves", "starts") if (value := getattr(options, name)) is not None}
    return replace(TRIAL if options.trial else FULL, **asked)


def _write(results: dict[str, Any], folder: Path, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    write_report(results, folder)


if __name__ == "__main__":
    sys.exit(main())
