"""A proxy that passes on what lies below one path, byte for byte, and keeps what else it was asked for."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

CHUNK = 65536
HEAD_END = b"\r\n\r\n"
NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class PrefixProxy:
    """Listens on a port of its own; each request has a connection of its own, so that each is looked at.

    Parameters
    ----------
    target : str
        Address of the server, without a path.
    prefix : str
        Path below which requests are passed on.
    host : str, optional
        What the server is told it is called; what the browser calls it without one.
    """

    def __init__(self, target: str, prefix: str, host: str = "") -> None:
        parts = urlsplit(target)
        self.outside: list[str] = []
        self._target = (str(parts.hostname), int(parts.port or 80))
        self._prefix, self._host = prefix, host
        self._listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                reader, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(reader,), daemon=True).start()

    def _serve(self, reader: socket.socket) -> None:
        with reader, suppress(OSError):
            asked = b""
            while HEAD_END not in asked:
                if not (more := reader.recv(CHUNK)):
                    return
                asked += more
            head, _, body = asked.partition(HEAD_END)
            path = head.split(b" ")[1].decode()
            if not path.startswith(f"{self._prefix}/"):
                self.outside.append(path)
                reader.sendall(NOT_FOUND)
                return
            with socket.create_connection(self._target) as server:
                server.sendall(self._rewritten(head) + HEAD_END + body)
                threading.Thread(target=_pass, args=(reader, server), daemon=True).start()
                _pass(server, reader)

    def _rewritten(self, head: bytes) -> bytes:
        lines = head.split(b"\r\n")
        upgrade = any(line.lower().startswith(b"upgrade:") for line in lines)
        if self._host:
            lines = [f"Host: {self._host}".encode() if line.lower().startswith(b"host:") else line for line in lines]
        if not upgrade:
            lines = [line for line in lines if not line.lower().startswith(b"connection:")] + [b"Connection: close"]
        return b"\r\n".join(lines)


def _pass(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while content := source.recv(CHUNK):
            sink.sendall(content)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)


@contextmanager
def behind_prefix(target: str, prefix: str, host: str = "") -> Iterator[PrefixProxy]:
    """A proxy before a server, closed afterwards."""
    proxy = PrefixProxy(target, prefix, host)
    try:
        yield proxy
    finally:
        proxy.close()
