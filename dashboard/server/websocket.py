"""The websocket of the server: uvicorn's, with a compression that remembers the moves before."""

from __future__ import annotations

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory


class WideWindowProtocol(WebSocketsSansIOProtocol):
    """A websocket that compresses what it sends against the last 32 kB of it, where uvicorn's own looks back 4 kB.

    Two moves of the slider send nearly the same: what names the parts of the page, the entries of the legend, the
    claims about a province. Wherever a move is longer than 4 kB, uvicorn's window has forgotten the one before. The
    price is about 110 kB of memory for each reader. What readers send is short; its window stays as narrow.

    Source: RFC 7692, 7.1.2 (``server_max_window_bits``; fifteen where it is not named).
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if self.config.ws_per_message_deflate:
            self.conn.available_extensions = [
                ServerPerMessageDeflateFactory(client_max_window_bits=12, compress_settings={"memLevel": 5})
            ]
