"""Fifty readers on one server, each moving the slider every two seconds: one real browser, and light clients.

A light client speaks Streamlit's websocket protocol as the page does: it asks for the page, keeps what the widgets of
the page say, and sends a run of the map's fragment with another place of the slider. It draws nothing.
"""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from threading import Event
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.apps import App
from benchmarks.figures import bounce, spread
from benchmarks.servers import Server, serving
from benchmarks.visits import Visit, browsing

CLIENTS = 49
SECONDS = 60
EVERY_SECONDS = 2
ALONE_ROUNDS = 8
SETTLE_SECONDS = 5
LEAVE_SECONDS = 150
"""Streamlit keeps the session of a reader who has left for two minutes, in case that reader comes back."""
ANSWER_SECONDS = 60
LARGEST_MESSAGE = 2**26
FINISHED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass
class LightClient:
    """One reader without a browser.

    Attributes
    ----------
    address : str
        Of the websocket.
    slider, fragment, page : str
        Ids that the server gave to the year slider, its fragment and the page.
    times : list of float
        Milliseconds from each move to the end of the server's answer.
    errors : list of str
    """

    address: str
    slider: str = ""
    fragment: str = ""
    page: str = ""
    stop: int = 0
    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    async def visit(self, stops: int, begin: asyncio.Event, arrived: asyncio.Semaphore, seconds: float) -> None:
        """Open the page, wait for the others, move for a while, and leave."""
        try:
            async with connect(self.address, subprotocols=["streamlit"], max_size=LARGEST_MESSAGE) as socket:  # type: ignore[list-item]
                await self._open(socket)
                arrived.release()
                await begin.wait()
                end = time.monotonic() + seconds
                for key in bounce(stops, int(seconds / EVERY_SECONDS)):
                    started = time.monotonic()
                    self.stop += 1 if key == "ArrowRight" else -1
                    await self._move(socket)
                    self.times.append(1000 * (time.monotonic() - started))
                    await asyncio.sleep(max(0.0, EVERY_SECONDS - (time.monotonic() - started)))
                    if time.monotonic() > end:
                        break
        except (OSError, TimeoutError, RuntimeError) as error:
            self.errors.append(f"{type(error).__name__}: {error}")
            arrived.release()

    async def _open(self, socket: ClientConnection) -> None:
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        await socket.send(asked.SerializeToString())
        await self._answer(socket)
        if not self.slider:
            raise RuntimeError("the page has no year slider")

    async def _move(self, socket: ClientConnection) -> None:
        asked = BackMsg()
        asked.rerun_script.fragment_id = self.fragment
        asked.rerun_script.page_script_hash = self.page
        state = asked.rerun_script.widget_states.widgets.add()
        state.id = self.slider
        state.double_array_value.data.append(self.stop)
        await socket.send(asked.SerializeToString())
        await self._answer(socket)

    async def _answer(self, socket: ClientConnection) -> None:
        async with asyncio.timeout(ANSWER_SECONDS):
            while True:
                message = ForwardMsg.FromString(await socket.recv())  # type: ignore[arg-type]
                kind = message.WhichOneof("type")
                if kind == "new_session":
                    self.page = message.new_session.page_script_hash
                if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                    element = message.delta.new_element
                    if element.WhichOneof("type") == "exception":
                        raise RuntimeError(element.exception.message)
                    if element.WhichOneof("type") == "slider" and element.slider.label == "Year":
                        self.slider, self.fragment = element.slider.id, message.delta.fragment_id
                if kind == "script_finished" and message.script_finished in FINISHED:
                    return


def fifty_sessions(playwright: Playwright, app: App, stops: int, seconds: float = SECONDS) -> dict[str, Any]:
    """Measure one reader alone, then fifty, then the memory after they have left."""
    with (
        serving(app) as server,
        browsing(playwright) as browser,
        closing(Visit(browser, app, server.address)) as visit,
        ThreadPoolExecutor(1) as beside,
    ):
        visit.open()
        alone = [_panel_ms(visit, key) for key in bounce(stops, 2 * (stops - 1) * ALONE_ROUNDS)]
        one = beside.submit(_visit_together, server, 1, stops, seconds, Event()).result()
        time.sleep(SETTLE_SECONDS)
        start, used = server.memory_bytes(), server.cpu_seconds()
        moving = Event()
        many = beside.submit(_visit_together, server, CLIENTS, stops, seconds, moving)
        moving.wait()
        largest, times = server.memory_bytes(), []
        end = time.monotonic() + seconds
        for key in bounce(stops, int(seconds / EVERY_SECONDS)):
            started = time.monotonic()
            if started >= end:
                break
            times.append(_panel_ms(visit, key))
            largest = max(largest, server.memory_bytes())
            time.sleep(max(0.0, EVERY_SECONDS - (time.monotonic() - started)))
        clients = many.result()
        used = server.cpu_seconds() - used
        time.sleep(LEAVE_SECONDS)
        left = server.memory_bytes()
    light = [taken for client in clients for taken in client.times]
    return {
        "clients": CLIENTS,
        "seconds": seconds,
        "alone": spread(alone),
        "light_alone": spread(one[0].times),
        "browser": spread(times),
        "light": spread(light),
        "errors": [error for client in [*one, *clients] for error in client.errors],
        "memory": {"start": start, "during": largest, "end": left},
        "cpu_ms": round(1000 * used / (len(light) + len(times)), 1),
    }


def _panel_ms(visit: Visit, key: str) -> float:
    return visit.move(key).panel.painted


def _visit_together(server: Server, count: int, stops: int, seconds: float, moving: Event) -> list[LightClient]:
    """Let light clients in one after the other and all of them move then; `moving` is set when they begin."""
    address = f"ws://{urlsplit(server.address).netloc}/_stcore/stream"

    async def together() -> list[LightClient]:
        clients = [LightClient(address) for _ in range(count)]
        begin, arrived = asyncio.Event(), asyncio.Semaphore(0)
        tasks = []
        for client in clients:
            tasks.append(asyncio.create_task(client.visit(stops, begin, arrived, seconds)))
            await arrived.acquire()
        begin.set()
        moving.set()
        await asyncio.gather(*tasks)
        return clients

    return asyncio.run(together())
