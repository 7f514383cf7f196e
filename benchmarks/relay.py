"""A relay before a server that counts the bytes on the wire; used where bytes are measured and time is not."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

CHUNK = 65536
UPGRADE = b"upgrade: websocket"


@dataclass
class _Kind:
    """What a connection turned out to be; both directions share it."""

    websocket: bool = False


class Relay:
    """Passes connections on and counts what goes through, both ways.

    Parameters
    ----------
    target : tuple of (str, int)
        Host and port of the server.
    """

    def __init__(self, target: tuple[str, int]) -> None:
        self.target = target
        self._lock = threading.Lock()
        self._websocket = 0
        self._requests = 0
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> str:
        """What to open instead of the server's address."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def counts(self) -> tuple[int, int]:
        """Bytes so far of the websocket, and of everything else."""
        with self._lock:
            return self._websocket, self._requests

    def close(self) -> None:
        """Close every connection."""
        for connection in [self._listener, *self._open]:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()

    def _accept(self) -> None:
        while True:
            try:
                reader, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(self.target)
            except OSError:
                reader.close()
                continue
            self._open += [reader, server]
            kind = _Kind()
            for source, sink in ((reader, server), (server, reader)):
                threading.Thread(target=self._pass, args=(source, sink, kind), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket, kind: _Kind) -> None:
        with suppress(OSError):
            while content := source.recv(CHUNK):
                kind.websocket = kind.websocket or UPGRADE in content.lower()
                with self._lock:
                    if kind.websocket:
                        self._websocket += len(content)
                    else:
                        self._requests += len(content)
                sink.sendall(content)
        with suppress(OSError):
            sink.shutdown(socket.SHUT_WR)


@contextmanager
def relayed(address: str) -> Iterator[Relay]:
    """A relay before the server of an address, closed afterwards."""
    parts = urlsplit(address)
    relay = Relay((str(parts.hostname), int(parts.port or 80)))
    try:
        yield relay
    finally:
        relay.close()
