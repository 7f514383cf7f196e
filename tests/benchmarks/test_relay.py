"""The relay counts bytes."""

from __future__ import annotations

import urllib.request

from benchmarks.relay import relayed
from tests.benchmarks.pages import served


def test_relay_counts_what_passes() -> None:
    body = b"x" * 1000
    with served({"/": body}) as address, relayed(address) as relay:
        with urllib.request.urlopen(relay.address, timeout=10) as answer:
            assert answer.read() == body
        websocket, requests = relay.counts
        assert websocket == 0
        assert 1000 < requests < 2000
