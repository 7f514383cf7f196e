"""The command that shows an atlas in the browser."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks.servers import free_port
from dashboard.cli import main
from dashboard.cli import serve as command
from dashboard.server import Settings, process
from geodata.tables.template import write_template
from tests.servers import COMMAND, END_SECONDS, START_SECONDS, wait_for


@pytest.fixture
def port() -> int:
    return free_port()


def serve(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [str(COMMAND), "serve", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize("ending", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.slow)])
def test_whoever_ends_the_command_has_ended_the_server(port: int, ending: signal.Signals) -> None:
    server = serve("--port", str(port))
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
    finally:
        server.send_signal(ending)
        said, errors = server.communicate(timeout=END_SECONDS)
    assert said == f"The atlas is at http://127.0.0.1:{port} (Ctrl+C ends the server)\n"
    assert errors == ""
    with socket.socket() as other:
        assert other.connect_ex(("127.0.0.1", port)) != 0, "the server still listens"


def test_a_taken_port_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        server = serve("--port", str(port))
        said, errors = server.communicate(timeout=START_SECONDS)
    assert server.returncode == 2
    assert said == ""
    assert f"atlas serve: error: 127.0.0.1, port {port}: Address already in use; choose another" in errors


def test_an_address_that_is_not_of_this_machine_is_named(port: int) -> None:
    server = serve("--host", "nowhere.invalid", "--port", str(port))
    _, errors = server.communicate(timeout=START_SECONDS)
    assert server.returncode == 2
    assert f"atlas serve: error: nowhere.invalid, port {port}: " in errors
    assert "Traceback" not in errors


def test_a_broken_atlas_is_not_served(tmp_path: Path, port: int) -> None:
    folder = write_template(tmp_path / "broken")
    (folder / "claims.csv").unlink()
    server = serve(str(folder), "--port", str(port))
    said, errors = server.communicate(timeout=START_SECONDS)
    assert server.returncode == 1
    assert said == ""
    assert "claims.csv" in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--base-path", "a b"), "argument --base-path: 'a b' is no path; give one such as /maps/atlas"),
        (("--public-url", "news"), "argument --public-url: 'news' is no address of a page; give one such as https://"),
        (("--embed", "some"), "argument --embed: invalid choice: 'some' (choose from"),
        (("--port", "0"), "argument --port: '0' is no port; give a number from 1 to 65535"),
        (("--uploads", "many"), "argument --uploads: 'many' is no number of atlases; give one from 0 to 100"),
        (("--uploads", "101"), "argument --uploads: '101' is no number of atlases; give one from 0 to 100"),
        (("--uploads", "1", "--watch"), "argument --uploads: not allowed with argument --watch"),
        (("--address", "0.0.0.0"), "unrecognized arguments: --address"),
        (
            ("--public-url", "https://a.example/x", "--base-path", "/y"),
            "--public-url https://a.example/x does not end with --base-path /y",
        ),
    ],
)
def test_wrong_usage_is_told(arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", *arguments])
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_help_tells_each_option_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    for words in (
        "this machine only, unless --host says otherwise",
        "path below which the page lies, such as /maps/atlas",
        "any page, pages of the same server (self), or none (default: any)",
        "docs/security.md",
    ):
        assert words in told


def test_it_listens_to_this_machine_alone_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(command, "_bind", lambda *where: asked.append(where) or socket.socket())
    handed = []
    monkeypatch.setattr(process, "serve", lambda *given: handed.append(given) or True)
    assert main(["serve"]) == 0
    assert main(["serve", "--host", "0.0.0.0", "--port", "80", "--base-path", "maps/atlas/", "--embed", "self"]) == 0
    assert main(["serve", "--uploads", "3"]) == 0
    assert asked == [("127.0.0.1", 8501), ("0.0.0.0", 80), ("127.0.0.1", 8501)]
    assert [given[2] for given in handed] == [Settings(), Settings("/maps/atlas", "self"), Settings(uploads=3)]


def test_the_body_of_an_answer_does_not_wait_for_its_head_to_be_confirmed(port: int) -> None:
    """Nagle's algorithm holds back a small second part for as long as the other side does not confirm the first."""

    async def delays() -> bool:
        accepted = asyncio.Queue[int]()

        async def meet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            at_once = writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            writer.close()
            await accepted.put(at_once)

        async with await asyncio.start_server(meet, sock=command._bind("127.0.0.1", port)):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            found = await accepted.get()
            writer.close()
        return not found

    # In a thread of its own: in that of the tests another loop may run.
    with ThreadPoolExecutor() as threads:
        assert not threads.submit(asyncio.run, delays()).result()


def test_a_server_that_could_not_be_started_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_bind", lambda *_: socket.socket())
    monkeypatch.setattr(process, "serve", lambda *_: False)
    assert main(["serve"]) == 1
