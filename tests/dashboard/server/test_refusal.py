"""Who is turned away is answered when the body has come, and not made to wait for a very large one."""

from __future__ import annotations

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.responses import PlainTextResponse
from starlette.types import Message

from dashboard.server.refusal import MOST_DISCARDED, refuse

PART = 100_000


def turned_away(messages: list[Message]) -> tuple[int, list[Message]]:
    """How many messages were taken before the answer, and the answer."""
    taken, sent = 0, list[Message]()

    async def receive() -> Message:
        nonlocal taken
        assert not sent, "everything is taken before the answer begins"
        taken += 1
        return messages[taken - 1]

    async def send(message: Message) -> None:
        sent.append(message)

    async def run() -> None:
        await refuse(PlainTextResponse("not found", 404), {"type": "http", "method": "PUT"}, receive, send)

    # The browser of another test may keep a loop running in this thread.
    with start_blocking_portal() as portal:
        portal.call(run)
    return taken, sent


def body(*sizes: int) -> list[Message]:
    last = len(sizes) - 1
    return [{"type": "http.request", "body": bytes(one), "more_body": place < last} for place, one in enumerate(sizes)]


@pytest.mark.parametrize("messages", [body(0), body(PART, PART, 5)])
def test_a_small_body_is_taken_to_its_end(messages: list[Message]) -> None:
    taken, sent = turned_away(messages)
    assert taken == len(messages)
    assert sent[0]["status"] == 404


def test_of_a_large_one_no_more_is_taken_than_said() -> None:
    taken, sent = turned_away(body(*[PART] * 50))
    assert taken == MOST_DISCARDED // PART
    assert sent[0]["status"] == 404


def test_who_has_gone_is_waited_for_no_longer() -> None:
    taken, _ = turned_away([{"type": "http.request", "body": bytes(5), "more_body": True}, {"type": "http.disconnect"}])
    assert taken == 2
