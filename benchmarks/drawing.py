"""What a reader notices while a hundred figures are asked for: answers to moves before, and meanwhile."""

from __future__ import annotations

import itertools
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

import geodata
from benchmarks.apps import ATLAS, applications
from benchmarks.effort import Effort
from benchmarks.figures import spread
from benchmarks.rounds import say
from benchmarks.servers import serving

FIGURES = 100
EVERY_SECONDS = 0.5
ANSWER_SECONDS = 120
LARGEST_MESSAGE = 2**26
ENDINGS = ("png", "svg", "pdf")


def measure_drawing(effort: Effort, folder: Path | None = None) -> dict[str, Any]:
    """Measure the answers that one reader waits for, first alone and then while figures are asked for.

    A move is a run of the whole page for another period and province, as Back and Forward of the browser ask for it:
    the most that a reader waits for.
    """
    say(f"moves while {FIGURES} figures are asked for")
    atlas = geodata.load(folder)
    periods = [period.id for period in atlas.periods]
    provinces = sorted(atlas.provinces(periods[0])["province_id"])[: len(periods) + 1]
    moves = [{"period": period, "province": province} for province in provinces for period in periods]
    (app,) = (one for one in applications(periods, folder) if one.name == ATLAS)
    with serving(app) as server, reading(server.address) as reader:
        answers(reader, moves, len(moves))  # What is made once is made.
        alone = answers(reader, moves, effort.moves)
        with ThreadPoolExecutor(FIGURES) as threads:
            asked = [threads.submit(status, f"{server.address}/data/{name}") for name in figures(periods)]
            meanwhile = answers(reader, moves, effort.moves)
            drawn = [one for one in asked if not one.done()]
            statuses = Counter(one.result() for one in asked)
    return {
        "figures": FIGURES,
        "alone": spread(alone),
        "meanwhile": spread(meanwhile),
        "ratio": spread(meanwhile)["median"] / spread(alone)["median"],
        "still_drawing": len(drawn),
        "statuses": {str(code): count for code, count in sorted(statuses.items())},
    }


def figures(periods: Sequence[str]) -> list[str]:
    """Names of a hundred different figures, or of as many as there are, again and again."""
    names = [
        f"figure.{period}.{colour}.{ending}"
        for ending in ENDINGS
        for colour in geodata.COLOURINGS
        for period in (*periods, "all")
    ]
    return list(itertools.islice(itertools.cycle(names), FIGURES))


def status(address: str) -> int:
    """Status of an answer, when all of it has come."""
    try:
        with urllib.request.urlopen(address, timeout=10 * ANSWER_SECONDS) as answer:
            answer.read()
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


@contextmanager
def reading(address: str) -> Iterator[ClientConnection]:
    """A reader without a browser: the websocket of a page, closed afterwards."""
    stream = f"ws://{urlsplit(address).netloc}/_stcore/stream"
    with connect(stream, subprotocols=["streamlit"], max_size=LARGEST_MESSAGE) as socket:  # type: ignore[list-item]
        yield socket


def answers(reader: ClientConnection, moves: Sequence[dict[str, str]], count: int) -> list[float]:
    """Milliseconds from each of some moves to the end of the server's answer."""
    times = []
    for move in itertools.islice(itertools.cycle(moves), count):
        started = time.monotonic()
        asked = BackMsg()
        asked.rerun_script.query_string = urlencode(move)
        reader.send(asked.SerializeToString())
        while True:
            message = ForwardMsg.FromString(reader.recv(timeout=ANSWER_SECONDS))  # type: ignore[arg-type]
            if message.WhichOneof("type") == "script_finished":
                break
        taken = time.monotonic() - started
        times.append(1000 * taken)
        time.sleep(max(0.0, EVERY_SECONDS - taken))
    return times
