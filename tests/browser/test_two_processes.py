"""Two processes behind nginx: one is killed while a reader slides, and the reader goes on where he was."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from dashboard.assets import map_assets
from dashboard.edition import edition_of
from geodata import Atlas
from tests.browser.conftest import AtlasPage
from tests.browser.waiting import settled, until
from tests.servers import COMMAND, END_SECONDS, wait_for

pytestmark = pytest.mark.slow

TOP = Path(__file__).parents[2]
DEPLOY = TOP / "deploy"
VARIABLE = re.compile(r"\$\{(\w+)\}")
DROP_SECONDS = 120

needs_nginx = pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not installed")


def free_ports(wanted: int) -> int:
    """The first of some free ports in a row."""
    for port in range(21_000, 31_000, wanted):
        probes = [socket.socket() for _ in range(wanted)]
        try:
            for number, probe in enumerate(probes):
                probe.bind(("127.0.0.1", port + number))
        except OSError:
            continue
        finally:
            for probe in probes:
                probe.close()
        return port
    raise RuntimeError("no free ports")


@pytest.fixture
def behind_nginx() -> Iterator[int]:
    port = free_ports(3)
    environment = {**os.environ, "ATLAS_COMMAND": str(COMMAND)}
    script = subprocess.Popen(
        ["bash", str(DEPLOY / "run.sh"), str(port)], env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        for number in range(3):
            wait_for(f"http://127.0.0.1:{port + number}/_stcore/health", script)
        yield port
    finally:
        os.killpg(script.pid, signal.SIGTERM)
        script.wait(timeout=END_SECONDS)


def processes_listening(port: int) -> list[int]:
    """Ids of the processes of `atlas serve` with this port on their command line."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"serve" in words and str(port).encode() in words:
            found.append(int(folder.name))
    return found


def connections(port: int) -> int:
    """Open connections to a port of this machine (proc(5): local address, state 01 is established)."""
    lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    fields = [line.split() for line in lines]
    return sum(1 for one in fields if one[1].endswith(f":{port:04X}") and one[3] == "01")


@needs_nginx
def test_a_reader_survives_the_end_of_a_process(
    behind_nginx: int,
    new_page: Callable[..., AtlasPage],
) -> None:
    page = new_page(address=f"http://127.0.0.1:{behind_nginx}")
    page.open("?province=kunduz")
    page.slider.press("ArrowRight")
    expect(page.headline).to_contain_text("1987")
    page.expect_parameters(period="1987", province="kunduz")
    serving = [port for port in (behind_nginx + 1, behind_nginx + 2) if connections(port)]
    assert len(serving) == 1, "the reader is not with one process alone"
    (process,) = processes_listening(serving[0])
    os.kill(process, signal.SIGKILL)
    (other,) = {behind_nginx + 1, behind_nginx + 2} - set(serving)
    # Until the page has found the other process its widgets are locked.
    until(page.page, lambda: connections(other) > 0, "the page has found the other process")
    expect(page.slider).to_be_enabled()
    assert settled(page.page, page.parameters) == {"period": "1987", "province": "kunduz"}
    expect(page.headline).to_contain_text("1987")

    # A press while the page is still being made anew is lost, as it would be for a reader, who presses again.
    def at_the_last_year() -> bool:
        if page.slider.get_attribute("aria-valuetext") != "1988–89":
            page.slider.press("ArrowRight")
        return "1988–89" in page.headline.inner_text()

    until(page.page, at_the_last_year, "the last year is told")
    expect(page.headline).to_contain_text("1988–89")
    page.expect_parameters(period="1988-89", province="kunduz")
    expect(page.evidence).to_contain_text("Kunduz, 1988–89")
    expect(page.province("kunduz")).to_have_attribute("aria-pressed", "true")


@needs_nginx
def test_files_named_by_content_are_kept_by_nginx(behind_nginx: int, afghanistan: Atlas) -> None:
    address = f"http://127.0.0.1:{behind_nginx}{map_assets(edition_of(afghanistan)).geometry.address}"
    answers = []
    for _ in range(2):
        with urllib.request.urlopen(address) as answer:
            answers.append((answer.headers["X-Cache"], answer.headers["Cache-Control"], len(answer.read())))
    assert [one[0] for one in answers] == ["MISS", "HIT"]
    assert all("immutable" in one[1] for one in answers)


@needs_nginx
def test_scripts_of_the_page_travel_compressed(behind_nginx: int) -> None:
    top = f"http://127.0.0.1:{behind_nginx}"
    with urllib.request.urlopen(top) as answer:
        page = answer.read().decode()
    assert 'id="atlas-opening"' in page
    script = re.findall(r'src="\./(static/js/[^"]+)"', page)[0]
    lengths = {}
    for encoding in ("identity", "gzip"):
        request = urllib.request.Request(f"{top}/{script}", headers={"Accept-Encoding": encoding})
        with urllib.request.urlopen(request) as answer:
            assert answer.headers.get("Content-Encoding", "identity") == encoding
            lengths[encoding] = len(answer.read())
    assert lengths["gzip"] < lengths["identity"] / 2


def dropped(slow: socket.socket) -> bool:
    """Send a byte of a request at a time, until the other side has had enough."""
    slow.settimeout(0.5)
    deadline = time.monotonic() + DROP_SECONDS
    while time.monotonic() < deadline:
        try:
            slow.sendall(b"a")
            return not slow.recv(1000).startswith(b"HTTP/1.1 200")
        except TimeoutError:
            continue
        except OSError:
            return True
    return False


@needs_nginx
def test_who_sends_a_request_byte_by_byte_is_dropped(behind_nginx: int) -> None:
    connections = [socket.create_connection(("127.0.0.1", behind_nginx)) for _ in range(100)]
    try:
        for one in connections:
            one.sendall(b"GET / HTTP/1.1\r\nHost: atlas.example\r\nX-Slow: ")
        # Meanwhile others are served.
        with urllib.request.urlopen(f"http://127.0.0.1:{behind_nginx}/healthz") as answer:
            assert answer.status == 200
        assert dropped(connections[0])
    finally:
        for one in connections:
            one.close()


@needs_nginx
def test_a_websocket_is_let_in_under_the_name_that_readers_use(behind_nginx: int) -> None:
    """The name of the site reaches the processes, which no machine of the test has."""
    stream, name = f"ws://127.0.0.1:{behind_nginx}/_stcore/stream", "news.example"
    line = socket.create_connection(("127.0.0.1", behind_nginx))
    # The address says which host is asked for, the connection where it is.
    with connect(f"ws://{name}/_stcore/stream", sock=line, origin=f"http://{name}", subprotocols=["streamlit"]):  # type: ignore[arg-type, list-item]
        pass
    with pytest.raises(InvalidStatus, match="403"):
        connect(stream, origin="http://evil.example")  # type: ignore[arg-type]


@needs_nginx
def test_what_is_larger_than_a_choice_is_refused(behind_nginx: int) -> None:
    request = urllib.request.Request(f"http://127.0.0.1:{behind_nginx}/", data=b"x" * 100_000, method="POST")
    with pytest.raises(urllib.error.HTTPError, match="413"):
        urllib.request.urlopen(request)
    # The door for files of readers lets more in, up to its own size; here the processes have closed it.
    door = f"http://127.0.0.1:{behind_nginx}/_stcore/upload_file/session/file"
    for size, answer in ((100_000, "404"), (22_100_000, "413")):
        with pytest.raises(urllib.error.HTTPError, match=answer):
            urllib.request.urlopen(urllib.request.Request(door, data=bytes(size), method="PUT"))


def test_compose_fills_in_all_that_the_configuration_asks_for() -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    given = compose["services"]["nginx"]["environment"]
    asked = set(VARIABLE.findall((DEPLOY / "atlas.conf.template").read_text(encoding="utf-8")))
    assert set(given) == asked
    assert set(VARIABLE.findall((DEPLOY / "run.sh").read_text(encoding="utf-8").replace("\\${", "${"))) >= asked
    for name in ("ATLAS_FIRST", "ATLAS_SECOND"):
        host, port = given[name].split(":")
        assert host in compose["services"]
        assert port == "8501"


def test_the_container_has_all_that_the_package_needs() -> None:
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    copied = [word for line in lines if line.startswith("COPY") for word in line.split()[1:-1]]
    assert set(copied) == {"pyproject.toml", "README.md", "LICENSE", "geodata", "dashboard"}
    assert all((TOP / name).exists() for name in copied)
