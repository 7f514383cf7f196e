"""The compression of the websocket, from a server of its own to a client."""

from __future__ import annotations

import asyncio
import random
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket
from websockets.sync.client import connect

from benchmarks.relay import Relay
from dashboard.server.websocket import WideWindowProtocol

MOVE = random.Random(1985).randbytes(12_000)
"""As long as a move in a big atlas, and by itself not to be compressed."""


async def send_the_same_twice(websocket: WebSocket) -> None:
    await websocket.accept()
    for _ in range(2):
        await websocket.receive_text()
        await websocket.send_bytes(MOVE)
    await websocket.close()


@contextmanager
def serving(compress: bool) -> Iterator[tuple[str, int]]:
    app = Starlette(routes=[WebSocketRoute("/", send_the_same_twice)])
    config = uvicorn.Config(
        app, ws=WideWindowProtocol, ws_per_message_deflate=compress, lifespan="off", log_level="warning"
    )
    server = uvicorn.Server(config)
    listening = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve([listening])))
    thread.start()
    try:
        yield listening.getsockname()
    finally:
        server.should_exit = True
        thread.join()


def bytes_of_each_message(address: tuple[str, int]) -> list[int]:
    relay = Relay(address)
    counts = []
    try:
        with connect(f"ws{relay.address.removeprefix('http')}/") as client:
            for _ in range(2):
                before = relay.counts[0]
                client.send("move")
                assert client.recv() == MOVE
                counts.append(relay.counts[0] - before)
    finally:
        relay.close()
    return counts


def test_what_was_just_sent_is_not_sent_again() -> None:
    with serving(compress=True) as address:
        first, second = bytes_of_each_message(address)
    assert first >= len(MOVE)
    assert second < 1_000


def test_a_server_that_compresses_nothing_is_left_alone() -> None:
    with serving(compress=False) as address:
        assert min(bytes_of_each_message(address)) >= len(MOVE)
