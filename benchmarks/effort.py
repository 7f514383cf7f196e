"""How much a run does: a full run, or a trial that shows whether everything works."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Effort:
    """Counts and seconds of a run.

    Attributes
    ----------
    moves, starts : int
        Slider moves and cold starts of each page of the built-in atlas.
    sizes : sequence of (int, int)
        Provinces and periods of the made-up atlases.
    size_moves, peer_moves : int
        Moves of atlas and floor on each of them, and at most of the others, which may take seconds for one.
    peer_seconds : float
        After which no further move of such a page begins.
    rest_seconds : float
        How long a page is waited for on a made-up atlas.
    wire_moves : int
        Moves whose bytes are counted on the wire.
    many_moves : int
        Moves in a row, before and after which memory is compared.
    view_rounds : int
        Readers who go to another view and back.
    ticks : int
        Sources that are left out, one after the other.
    claims : sequence of (int, int)
        Provinces and claims of the made-up atlases on which they are.
    clients : int
        Light clients beside the one browser.
    session_seconds, alone_seconds, leave_seconds : float
        How long all readers move, how long one light client moves alone, and how long is waited after they have left.
    alone_rounds : int
        Walks to and fro of the browser alone.
    repeats, import_repeats : int
        Of what the library does, and of each import.
    library_atlas : (int, int, int)
        Provinces, periods and claims about one province of the made-up atlas that the library loads and decides.
    rows : int
        Of the made-up event table.
    """

    moves: int = 30
    starts: int = 2
    sizes: Sequence[tuple[int, int]] = ((330, 3), (3000, 3), (17000, 3), (3000, 40), (330, 37), (29, 40))
    size_moves: int = 30
    peer_moves: int = 3
    peer_seconds: float = 30
    rest_seconds: float = 40
    wire_moves: int = 3
    many_moves: int = 1000
    view_rounds: int = 8
    ticks: int = 12
    claims: Sequence[tuple[int, int]] = ((3000, 20_000),)
    clients: int = 49
    session_seconds: float = 60
    alone_seconds: float = 20
    leave_seconds: float = 150
    alone_rounds: int = 4
    repeats: int = 21
    import_repeats: int = 5
    library_atlas: tuple[int, int, int] = (3000, 40, 88_456)
    rows: int = 10_000_000


FULL = Effort()
"""Streamlit keeps the session of a reader who has left for two minutes: so long, and a little more, is waited."""

TRIAL = Effort(
    moves=4,
    starts=1,
    sizes=((60, 3), (40, 5)),
    size_moves=4,
    peer_moves=2,
    peer_seconds=10,
    rest_seconds=25,
    wire_moves=2,
    many_moves=20,
    view_rounds=1,
    ticks=2,
    claims=((60, 300),),
    clients=3,
    session_seconds=6,
    alone_seconds=4,
    leave_seconds=1,
    alone_rounds=1,
    repeats=3,
    import_repeats=1,
    library_atlas=(60, 5, 300),
    rows=100_000,
)
