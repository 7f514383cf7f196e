"""The server goes away and comes back while somebody reads."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from benchmarks.servers import free_port
from tests.browser.conftest import AtlasPage
from tests.servers import HEALTH, serving, wait_for

pytestmark = pytest.mark.slow


def start(port: int) -> subprocess.Popen[str]:
    process = subprocess.Popen([*serving(), str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True)
    wait_for(f"http://127.0.0.1:{port}{HEALTH}", process)
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait(timeout=20)


def test_the_map_goes_on_without_its_server_and_choices_are_kept(new_page: Callable[..., AtlasPage]) -> None:
    port = free_port()
    process = start(port)
    try:
        page = new_page(address=f"http://127.0.0.1:{port}").open("?province=herat")
        expect(page.page.locator(".atlas-call h2")).to_contain_text("Herat 1985")
        end(process)
        away = page.page.get_by_text("The atlas’s server does not answer")
        expect(away).to_be_visible(timeout=30_000)
        page.slider.press("ArrowRight")
        expect(page.province("kunduz")).to_have_attribute("aria-label", re.compile("^Kunduz, 1987: "))
        expect(page.headline).to_contain_text("1987: ")
        page.page.get_by_role("combobox", name="Colour").select_option("evidence")
        # Evidence of another year than the map's is not left standing.
        expect(page.page.locator(".atlas-call")).to_be_hidden()
        expect(page.page.get_by_role("dialog")).to_have_count(0)
        process = start(port)
        expect(away).to_be_hidden(timeout=60_000)
        expect(page.page.locator(".atlas-call h2")).to_contain_text("Herat 1987", timeout=30_000)
        page.expect_parameters(province="herat", period="1987", colour="evidence")
        page.page.close()
    finally:
        end(process)
