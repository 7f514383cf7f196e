"""A server to which bad things happen: processes die, folders vanish, nothing can be written, strangers call."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from geodata.tables.template import write_template
from tests.atlas_process import LIMIT_SECONDS, TOP, AtlasProcess, atlas_process, until
from tests.dashboard.server.refuse_writes import loading as loading_nothing
from tests.dashboard.server.watch_calls import loading

pytestmark = pytest.mark.slow

FILES = (
    "calls.1900.csv", "claims.csv", "claims.csv-metadata.json", "sources.bib", "calls.1900.geojson", "calls.1900.gpkg",
    "atlas.zip", "timeline.svg", "figure.1900.faction.png",
)  # fmt: skip


def shown(served: AtlasProcess, query: str) -> str:
    """Everything that a reader is sent as text for an address of the page."""
    asked = BackMsg()
    asked.rerun_script.query_string = query
    stream = f"ws{served.address.removeprefix('http')}/_stcore/stream"
    said = []
    with connect(stream, subprotocols=["streamlit"], max_size=2**26) as socket:  # type: ignore[list-item]
        socket.send(asked.SerializeToString())
        while True:
            message = ForwardMsg.FromString(socket.recv(timeout=LIMIT_SECONDS))  # type: ignore[arg-type]
            assert message.delta.new_element.WhichOneof("type") != "exception"
            said.append(str(message.delta))
            if message.WhichOneof("type") == "script_finished":
                return "\n".join(said)


@pytest.fixture(scope="module")
def squareland(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_template(tmp_path_factory.mktemp("atlas") / "squareland")
    (folder / "README.md").write_text("How it was made up.", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def asked_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("asked") / "log"


@pytest.fixture(scope="module")
def served(squareland: Path, asked_log: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AtlasProcess]:
    """A server whose processes write down whom they ask; its atlas is in memory and its folder gone."""
    folder = shutil.copytree(squareland, tmp_path_factory.mktemp("served") / "squareland")
    log = tmp_path_factory.mktemp("said") / "log"
    watching = loading(tmp_path_factory.mktemp("watching"), asked_log)
    with atlas_process(log, str(folder), PYTHONPATH=os.pathsep.join([str(watching), str(TOP)])) as one:
        shutil.rmtree(folder)
        yield one


@pytest.fixture(scope="module")
def dead_reader(served: AtlasProcess) -> Iterator[socket.socket]:
    """A websocket behind which nobody is: it answers nothing any more."""
    with socket.create_connection(("127.0.0.1", int(served.host.rpartition(":")[2]))) as one:
        one.sendall(
            b"GET /_stcore/stream HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            b"Sec-WebSocket-Protocol: streamlit\r\n\r\n"
        )
        one.settimeout(LIMIT_SECONDS)
        assert one.recv(12) == b"HTTP/1.1 101"
        yield one


@pytest.mark.usefixtures("dead_reader")
@pytest.mark.parametrize("name", FILES)
def test_files_are_made_after_the_folder_is_gone(served: AtlasProcess, name: str) -> None:
    status, headers, content = served.get(f"/data/{name}")
    assert status == 200
    assert content
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("view", ["map", "compare", "trends", "timeline", "evidence", "factions", "method"])
def test_the_page_is_shown_after_the_folder_is_gone(served: AtlasProcess, view: str) -> None:
    assert served.get("/")[0] == 200
    # Who cites the atlas cites it by its title, under every view.
    assert "Squareland" in shown(served, f"view={view}")


def test_the_method_is_told_after_the_folder_is_gone(served: AtlasProcess) -> None:
    assert "How it was made up." in shown(served, "view=method")


def test_a_figure_survives_the_death_of_its_process(served: AtlasProcess) -> None:
    served.get("/data/timeline.png")
    (process,) = served.drawing()
    process.suspend()
    with ThreadPoolExecutor(1) as threads:
        figure = threads.submit(served.get, "/data/figure.1900.evidence.png")
        until(lambda: served.health()["figures"]["drawing"], "a figure under way")
        process.kill()
        status, _, content = figure.result(LIMIT_SECONDS)
    assert status == 200
    assert content.startswith(b"\x89PNG")


def test_while_figures_wait_the_page_is_well_and_the_next_reader_is_told_to_come_again(served: AtlasProcess) -> None:
    served.get("/data/timeline.png")
    (process,) = served.drawing()
    process.suspend()
    try:
        names = [
            f"{kind}.{ending}"
            for kind in ("figure.1900.alliance", "figure.1900.capital", "figure.all.capital", "figure.all.faction")
            for ending in ("png", "svg", "pdf")
        ]
        with ThreadPoolExecutor(len(names)) as threads:
            answers = [threads.submit(served.get, f"/data/{name}") for name in names]
            # Nothing is drawn: whoever is answered was turned away.
            until(lambda: any(one.done() for one in answers), "a reader turned away")
            health = served.health()
            assert health["status"] == "ok"
            assert health["figures"]["waiting"] == health["figures"]["most_waiting"]
            assert "Squareland" in shown(served, "")
            assert served.get("/data/claims.csv")[0] == 200
            turned_away = [one.result() for one in answers if one.done()]
            assert {one[0] for one in turned_away} == {503}
            assert all(int(one[1]["Retry-After"]) > 0 for one in turned_away)
            process.resume()
            statuses = [one.result(LIMIT_SECONDS)[0] for one in answers]
        assert statuses.count(503) == len(turned_away)
        assert statuses.count(200) == len(names) - len(turned_away)
    finally:
        if process.is_running():
            process.resume()


@pytest.mark.parametrize("origin", ["https://evil.example", "http://localhost:1", "null"])
def test_a_stranger_is_refused_and_nobody_outside_is_asked(served: AtlasProcess, asked_log: Path, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect(f"ws{served.address.removeprefix('http')}/_stcore/stream", origin=origin)  # type: ignore[arg-type]
    assert refused.value.response.status_code == 403
    # Who calls in vain fills no log.
    assert "ASGI" not in served.log.read_text("utf-8")
    # All that this server has done so far stands in the log: pages, tables, figures, deaths.
    served.get("/", Host="evil.example")
    assert asked_log.exists(), "nobody watched the process"
    assert [line for line in asked_log.read_text("utf-8").splitlines() if "127.0.0.1" not in line] == []


def test_a_reader_who_is_gone_is_dropped(dead_reader: socket.socket) -> None:
    while True:
        try:
            if not dead_reader.recv(65536):
                return
        except ConnectionResetError:
            return


def test_whoever_kills_the_server_has_killed_its_drawing_processes(squareland: Path, tmp_path: Path) -> None:
    with atlas_process(tmp_path / "log", str(squareland)) as one:
        assert one.get("/data/timeline.png")[0] == 200
        drawing = one.drawing()
        assert len(drawing) == 1
        one.process.send_signal(signal.SIGKILL)
        gone, alive = psutil.wait_procs(drawing, timeout=LIMIT_SECONDS)
    assert (len(gone), alive) == (1, [])


def test_a_home_that_cannot_be_written_is_not_needed(squareland: Path, tmp_path: Path) -> None:
    homeless = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"), "/proc/nowhere")
    with atlas_process(tmp_path / "log", str(squareland), **homeless) as one:
        assert "Squareland" in shown(one, "")
        assert {name: one.get(f"/data/{name}")[0] for name in FILES} == dict.fromkeys(FILES, 200)


def test_where_nothing_can_be_written_it_serves_or_says_so(squareland: Path, tmp_path: Path) -> None:
    """Neither the program's folder nor the atlas's, neither home nor the place for passing files."""
    path = os.pathsep.join([str(loading_nothing(tmp_path)), str(TOP)])
    with atlas_process(tmp_path / "log", str(squareland), PYTHONPATH=path) as one:
        for view in ("map", "compare", "trends", "timeline", "evidence", "factions", "method"):
            assert "Squareland" in shown(one, f"view={view}")
        answers = {name: one.get(f"/data/{name}") for name in FILES}
        assert {name: answer[0] for name, answer in answers.items() if answer[0] != 200} == {"calls.1900.gpkg": 500}
        assert b"could not be made" in answers["calls.1900.gpkg"][2]
        assert one.health()["status"] == "ok"


def no_file_can_grow() -> None:
    """As on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def test_on_a_full_disk_it_serves_or_says_so(squareland: Path) -> None:
    with atlas_process(Path(os.devnull), str(squareland), before=no_file_can_grow) as one:
        assert "Squareland" in shown(one, "")
        answers = {name: one.get(f"/data/{name}") for name in FILES}
        assert {name: answer[0] for name, answer in answers.items() if answer[0] != 200} == {"calls.1900.gpkg": 500}
        # GeoPackages are written by a library that knows files alone.
        assert b"could not be made" in answers["calls.1900.gpkg"][2]
        assert one.health()["status"] == "ok"
