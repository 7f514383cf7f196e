"""The process that serves the dashboard: uvicorn around the application."""

from __future__ import annotations

import socket

import uvicorn

from dashboard.server.app import app
from dashboard.server.websocket import WideWindowProtocol


class _Server(uvicorn.Server):
    greeting = ""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            print(self.greeting, flush=True)


def serve(bound: socket.socket, greeting: str) -> None:
    """Answer whoever asks at a socket, until a signal ends the process.

    Parameters
    ----------
    bound : socket.socket
        Bound and not yet listening: whoever asks before there is an answer is refused at once, and a proxy turns to
        another process.
    greeting : str
        Printed when the first reader can be answered.
    """
    server = _Server(uvicorn.Config(app, ws=WideWindowProtocol, access_log=False, log_level="warning"))
    server.greeting = greeting
    server.run(sockets=[bound])
