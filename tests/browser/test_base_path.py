"""The page below a path of another server, behind a proxy that passes on only what begins with it."""

from __future__ import annotations

import re
import shutil
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from benchmarks.servers import free_port
from tests.atlas_process import atlas_process, until
from tests.browser.conftest import AtlasPage
from tests.browser.prefix_proxy import PrefixProxy, behind_prefix

pytestmark = pytest.mark.slow

BASE = "/maps/atlas"
PUBLIC = "https://news.example/maps/atlas"
VIEWS = ("compare", "trends", "timeline", "evidence", "factions", "method")


@pytest.fixture(scope="module")
def served_below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server whose page lies below the path; without the path."""
    log = tmp_path_factory.mktemp("below") / "log"
    with atlas_process(log, "--public-url", PUBLIC, base=BASE) as served:
        yield served.host


@pytest.fixture
def proxy(served_below: str) -> Iterator[PrefixProxy]:
    with behind_prefix(served_below, BASE) as one:
        yield one


@pytest.fixture
def nginx(served_below: str, tmp_path: Path) -> Iterator[str]:
    program = shutil.which("nginx")
    if program is None:
        pytest.skip("nginx is not installed")
    port = free_port()
    paths = "".join(
        f"{kind}_temp_path {tmp_path}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    configuration = tmp_path / "nginx.conf"
    configuration.write_text(
        f"""daemon off; user root; pid {tmp_path}/pid; error_log stderr warn; events {{}}
        http {{ access_log off; {paths}
          map $http_upgrade $connection_header {{ default upgrade; "" ""; }}
          server {{ listen 127.0.0.1:{port};
            location / {{ return 404; }}
            location {BASE}/ {{
              proxy_pass {served_below}; proxy_http_version 1.1; proxy_set_header Host $http_host;
              proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $connection_header;
        }} }} }}""",
        encoding="utf-8",
    )
    process = subprocess.Popen([program, "-p", str(tmp_path), "-e", "stderr", "-c", str(configuration)])
    try:
        address = f"http://127.0.0.1:{port}"
        until(lambda: answers(f"{address}{BASE}/healthz", process), "an answer through nginx")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=60)


def answers(address: str, process: subprocess.Popen[bytes]) -> bool:
    assert process.poll() is None, "nginx ended"
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def works_whole(page: AtlasPage, address: str) -> None:
    """Open the page, move, take something away, follow a deep link, and look at every view."""
    asked: list[str] = []
    page.page.on("request", lambda request: asked.append(request.url))
    policy: list[str] = []
    page.page.on("console", lambda told: policy.append(told.text) if "Content Security Policy" in told.text else None)
    page.open("?period=1987&province=kunduz")
    assert len(page.provinces()) == 29
    expect(page.evidence).to_contain_text("Kunduz, 1987")
    page.slider.press("ArrowRight")
    expect(page.headline).to_contain_text("1988–89")
    page.expect_parameters(period="1988-89", province="kunduz")
    assert urlsplit(page.page.url).path == f"{BASE}/"
    page.page.locator("details.take-away > summary").click()
    link = page.page.locator('.take-away dl a[data-file="calls.{period}.csv"]')
    with page.page.expect_download() as taken:
        link.click()
    assert taken.value.suggested_filename.endswith("-calls-1988-89.csv")
    assert page.page.locator("#take-away-link").input_value().startswith(f"{address}/")
    for view in VIEWS:
        page.page.goto(f"{address}/?view={view}")
        expect(page.page.locator(".atlas-footer")).to_be_visible(timeout=60_000)
    outside = [one for one in asked if urlsplit(one).scheme in ("http", "https", "ws") and not one.startswith(address)]
    assert outside == []
    assert policy == []


def test_behind_a_proxy_everything_works_and_nothing_outside_is_asked(
    new_page: Callable[..., AtlasPage], proxy: PrefixProxy
) -> None:
    page = new_page(address=f"{proxy.address}{BASE}")
    works_whole(page, page.address)
    page.page.close()
    assert proxy.outside == []


def test_behind_nginx_as_well(new_page: Callable[..., AtlasPage], nginx: str) -> None:
    page = new_page(address=f"{nginx}{BASE}")
    works_whole(page, page.address)
    page.page.close()
    with pytest.raises(HTTPError, match="404"):
        urllib.request.urlopen(nginx)


def test_the_first_answer_names_nothing_outside(proxy: PrefixProxy) -> None:
    with urllib.request.urlopen(f"{proxy.address}{BASE}/?period=1987") as answer:
        page = answer.read().decode()
    assert 'id="atlas-opening"' in page
    assert f'content="{PUBLIC}/data/figure.1987.faction.png"' in page
    addresses = re.findall(r'(?:href|src)="([^"#]+)"', page)
    assert addresses
    for address in addresses:
        whole = urljoin(f"{proxy.address}{BASE}/", address)
        assert whole.startswith(f"{proxy.address}{BASE}/"), address
        with urllib.request.urlopen(whole) as answer:
            assert answer.status == 200
    assert proxy.outside == []


def test_a_data_address_leads_below_the_path(proxy: PrefixProxy) -> None:
    with urllib.request.urlopen(f"{proxy.address}{BASE}/data/claims.csv") as answer:
        assert answer.url.startswith(f"{proxy.address}{BASE}/data/")
        assert answer.headers["Link"].startswith(f"<{BASE}/data/claims.csv-metadata.json>")
    assert proxy.outside == []


def test_a_proxy_that_calls_the_server_otherwise_needs_the_public_address(served_below: str) -> None:
    with behind_prefix(served_below, BASE, host="inner.example") as proxy:
        stream = f"ws{proxy.address.removeprefix('http')}{BASE}/_stcore/stream"
        with connect(stream, origin="https://news.example", subprotocols=["streamlit"]) as socket:  # type: ignore[list-item, arg-type]
            assert socket.response is not None
            assert socket.response.status_code == 101
        with pytest.raises(InvalidStatus) as refused:
            connect(stream, origin="https://evil.example")  # type: ignore[arg-type]
        assert refused.value.response.status_code == 403
