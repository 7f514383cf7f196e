"""The command ``python -m benchmarks``: measure, and write the results."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from pathlib import Path

from benchmarks import machine
from benchmarks.measure import measure
from benchmarks.report import write_report

HERE = Path(__file__).parent
FEWEST_MOVES = 4
ENDED = 143


def main() -> int:
    """Run the command."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(ENDED))  # Servers and browsers are ended on the way out.
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed beside what people use instead.")
    parser.add_argument("--moves", type=int, default=40, help="moves of the slider of each (default: %(default)s)")
    parser.add_argument("--starts", type=int, default=5, help="cold starts of each (default: %(default)s)")
    parser.add_argument("--wait", type=float, default=10, help="minutes to wait for a quiet machine (default: 10)")
    parser.add_argument("--atlas", type=Path, metavar="DIR", help="another atlas; the built-in one if left out")
    parser.add_argument("--out", type=Path, default=HERE, help="folder for RESULTS.md and results/ (default: here)")
    parser.add_argument("--again", action="store_true", help="write the report of the last run again, measure nothing")
    parser.add_argument("--note", help="remark on this run for readers of the results")
    options = parser.parse_args()
    if options.moves < FEWEST_MOVES or options.starts < 1:
        parser.error(f"at least {FEWEST_MOVES} moves and one start")
    measured = options.out / "results" / "measured.json"
    if options.again:
        results = json.loads(measured.read_text(encoding="utf-8"))
    else:
        if not machine.wait_until_quiet(options.wait):
            print(f"The machine is busy (load {machine.load()}); measuring all the same.", file=sys.stderr)
        results = measure(options.moves, options.starts, options.atlas)
    results["note"] = options.note or results.get("note", "")
    measured.parent.mkdir(parents=True, exist_ok=True)
    measured.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    write_report(results, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
