"""Fifty readers on one server, each moving the slider every two seconds: one real browser, and light clients.

A light client speaks Streamlit's websocket protocol as the page does: it asks for the page and, where that has a slider
of Streamlit's, sends a run of its fragment with another place of the slider. The slider of the atlas is moved in the
browser alone, whose component of the year bar tells the server the new address, with the choices of the other widgets
and the messages that it has: so does the light client. It draws nothing.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event
from typing import Any
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import StringArray
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

import geodata
from benchmarks.apps import ATLAS, WELL_WRITTEN, App, applications
from benchmarks.effort import Effort
from benchmarks.figures import bounce, spread
from benchmarks.rounds import attempt, reading, say
from benchmarks.servers import Server
from benchmarks.visits import Visit

EVERY_SECONDS = 2
SEED = 20261125
SETTLE_SECONDS = 5
MEASURED = (ATLAS, WELL_WRITTEN)
"""Maps whose year slider is in a fragment, which is what a light client runs."""
ANSWER_SECONDS = 60
LARGEST_MESSAGE = 2**26
YEAR_BAR = "-painted-year"
"""How the id ends that Streamlit gives to the component of the year bar."""
TRIGGERS = "$$STREAMLIT_INTERNAL_KEY_{}__events"
"""The id under which Streamlit's page sends what a component tells."""
FINISHED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass
class LightClient:
    """One reader without a browser.

    Attributes
    ----------
    address : str
        Of the websocket.
    phase : float
        Seconds that it waits before its first move.
    addresses : sequence of str
        What the address of the atlas asks for at each stop.
    slider, year_bar, fragment, page : str
        Ids that the server gave to the year slider, or to the component of the atlas that has it, their fragment and
        the page.
    widgets : list of WidgetState
        What the other widgets of the atlas are set to.
    cached : set of str
        Messages that the server need not send again.
    options : list of str
        Stops of the slider, as the page shows them: what it sends for a move.
    text : str
        What the server told last, as Markdown or HTML.
    times : list of float
        Milliseconds from each move to the end of the server's answer.
    errors : list of str
    """

    address: str
    phase: float = 0
    addresses: Sequence[str] = ()
    slider: str = ""
    year_bar: str = ""
    fragment: str = ""
    page: str = ""
    options: list[str] = field(default_factory=list)
    widgets: list[WidgetState] = field(default_factory=list)
    cached: set[str] = field(default_factory=set)
    stop: int = 0
    text: str = ""
    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    async def visit(self, stops: int, begin: asyncio.Event, arrived: asyncio.Semaphore, seconds: float) -> None:
        """Open the page, wait for the others, move for a while, and leave."""
        try:
            async with connect(self.address, subprotocols=["streamlit"], max_size=LARGEST_MESSAGE) as socket:  # type: ignore[list-item]
                await self._open(socket)
                arrived.release()
                await begin.wait()
                await asyncio.sleep(self.phase)
                end = time.monotonic() + seconds
                for key in bounce(stops, int(seconds / EVERY_SECONDS)):
                    started = time.monotonic()
                    self.stop += 1 if key == "ArrowRight" else -1
                    await self._move(socket)
                    self.times.append(1000 * (time.monotonic() - started))
                    await asyncio.sleep(max(0.0, EVERY_SECONDS - (time.monotonic() - started)))
                    if time.monotonic() > end:
                        break
        except (OSError, RuntimeError, WebSocketException) as error:
            self.errors.append(f"{type(error).__name__}: {error}")
            arrived.release()

    async def _open(self, socket: ClientConnection) -> None:
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        await socket.send(asked.SerializeToString())
        await self._answer(socket)
        if not self.slider and not self.year_bar:
            raise RuntimeError("the page has no year slider")

    async def _move(self, socket: ClientConnection) -> None:
        asked = BackMsg()
        asked.rerun_script.page_script_hash = self.page
        asked.rerun_script.fragment_id = self.fragment
        asked.rerun_script.cached_message_hashes.extend(sorted(self.cached))
        states = asked.rerun_script.widget_states.widgets
        if self.slider:
            states.add(id=self.slider).string_array_value.data.append(self.options[self.stop])
        else:
            address = self.addresses[self.stop]
            asked.rerun_script.query_string = address
            states.extend(self.widgets)
            moved = [{"event": "moved", "value": ["", f"?{address}"]}]
            states.add(id=TRIGGERS.format(self.year_bar), json_trigger_value=json.dumps(moved))
        await socket.send(asked.SerializeToString())
        await self._answer(socket)

    async def _answer(self, socket: ClientConnection) -> None:
        async with asyncio.timeout(ANSWER_SECONDS):
            while True:
                message = ForwardMsg.FromString(await socket.recv())  # type: ignore[arg-type]
                kind = message.WhichOneof("type")
                if message.metadata.cacheable:
                    self.cached.add(message.hash)
                if kind == "new_session":
                    self.page = message.new_session.page_script_hash
                if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                    self._take(message.delta.new_element, message.delta.fragment_id)
                if kind == "script_finished" and message.script_finished in FINISHED:
                    return

    def _take(self, element: Element, fragment: str) -> None:
        """Take over what an element of the page says of the reader's next move."""
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise RuntimeError(element.exception.message)
        if kind == "slider" and element.slider.label == "Year":
            self.slider, self.fragment = element.slider.id, fragment
            self.options = list(element.slider.options)
        if kind == "bidi_component" and element.bidi_component.id.endswith(YEAR_BAR):
            self.year_bar, self.fragment = element.bidi_component.id, fragment
        if kind == "button_group" and not fragment:
            chosen = [element.button_group.options[number].content for number in element.button_group.default]
            self.widgets.append(WidgetState(id=element.button_group.id, string_array_value=StringArray(data=chosen)))
        if kind == "selectbox" and not fragment:
            chosen_option = element.selectbox.options[element.selectbox.default]
            self.widgets.append(WidgetState(id=element.selectbox.id, string_value=chosen_option))
        if kind == "markdown":
            self.text = element.markdown.body
        if kind == "html":
            self.text = element.html.body


def measure_sessions(playwright: Playwright, effort: Effort, folder: Path | None = None) -> dict[str, Any]:
    """Measure the pages that a light client can read; for the memory after all have left, the atlas alone."""
    stops = [period.id for period in geodata.load(folder).periods]
    results: dict[str, Any] = {}
    failed: dict[str, str] = {}
    for app in applications(stops, folder):
        if app.name in MEASURED:
            say(f"{effort.clients + 1} sessions: {app.title}")
            found = attempt(app.name, failed, many_sessions, playwright, app, stops, effort, app.name == ATLAS)
            results[app.name] = {"title": app.title} | (found or {"failed": failed[app.name]})
    return {"apps": results, "clients": effort.clients, "seconds": effort.session_seconds, "every": EVERY_SECONDS}


def many_sessions(
    playwright: Playwright, app: App, stops: Sequence[str], effort: Effort, until_left: bool
) -> dict[str, Any]:
    """Measure one reader alone, then all together, then the memory after they have left."""
    seconds = effort.session_seconds
    addresses = [urlencode({"period": stop}) for stop in stops]
    with reading(playwright, app) as reader, ThreadPoolExecutor(1) as beside:
        server, visit = reader.server, reader.visit
        alone = [_panel_ms(visit, key) for key in bounce(len(stops), 2 * (len(stops) - 1) * effort.alone_rounds)]
        one = beside.submit(_visit_together, server, 1, addresses, effort.alone_seconds, Event()).result()
        time.sleep(SETTLE_SECONDS)
        start, moving = server.memory_bytes(), Event()
        many = beside.submit(_visit_together, server, effort.clients, addresses, seconds, moving)
        moving.wait()
        used = server.cpu_seconds()
        largest, times = server.memory_bytes(), []
        end = time.monotonic() + seconds
        for key in bounce(len(stops), int(seconds / EVERY_SECONDS)):
            started = time.monotonic()
            if started >= end:
                break
            times.append(_panel_ms(visit, key))
            largest = max(largest, server.memory_bytes())
            time.sleep(max(0.0, EVERY_SECONDS - (time.monotonic() - started)))
        clients = many.result()
        used = server.cpu_seconds() - used
        if until_left:
            time.sleep(effort.leave_seconds)
        left = server.memory_bytes() if until_left else None
    light = [taken for client in clients for taken in client.times]
    errors = [error for client in [*one, *clients] for error in client.errors]
    if errors and not (light and one[0].times):
        raise RuntimeError(errors[0])
    return {
        "alone": spread(alone),
        "light_alone": spread(one[0].times),
        "browser": spread(times),
        "light": spread(light),
        "errors": errors,
        "memory": {"start": start, "during": largest, "end": left},
        "cpu_ms": round(1000 * used / (len(light) + len(times)), 1),
        "cores_used": round(used / seconds, 2),
    }


def _panel_ms(visit: Visit, key: str) -> float:
    return visit.move(key).panel.painted


def _visit_together(
    server: Server, count: int, addresses: Sequence[str], seconds: float, moving: Event
) -> list[LightClient]:
    """Let light clients in one after the other and all of them move then; `moving` is set when they begin."""
    address = f"ws://{urlsplit(server.address).netloc}/_stcore/stream"

    async def together() -> list[LightClient]:
        # Readers don't move in step: each begins at a moment of its own.
        random = Random(SEED)
        clients = [LightClient(address, random.uniform(0, EVERY_SECONDS), addresses) for _ in range(count)]
        begin, arrived = asyncio.Event(), asyncio.Semaphore(0)
        tasks = []
        for client in clients:
            tasks.append(asyncio.create_task(client.visit(len(addresses), begin, arrived, seconds)))
            await arrived.acquire()
        begin.set()
        moving.set()
        await asyncio.gather(*tasks)
        return clients

    try:
        return asyncio.run(together())
    finally:
        moving.set()
