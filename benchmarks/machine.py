"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

PACKAGES = ("streamlit", "streamlit-folium", "folium", "geopandas", "shapely", "starlette", "playwright")
CPU_FACTS = Path("/proc/cpuinfo")
QUIET_LOAD = 0.6
POLL_SECONDS = 5


def description(chromium: str) -> dict[str, Any]:
    """Cores, memory and versions; nothing that names the machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "cores": os.cpu_count(),
        "processor": _processor(),
        "memory_gib": round(memory / 2**30, 1),
        "system": f"{platform.system()} {platform.machine()}",
        "versions": {
            "Python": platform.python_version(),
            "Chromium": chromium,
            **{name: version(name) for name in PACKAGES},
        },
    }


def load() -> float:
    """Load average of the last minute."""
    return round(os.getloadavg()[0], 2)


def wait_until_quiet(minutes: float) -> bool:
    """Wait until the load is low, at most so many minutes; gives whether it is."""
    deadline = time.monotonic() + minutes * 60
    while load() >= QUIET_LOAD:
        if time.monotonic() >= deadline:
            return False
        time.sleep(POLL_SECONDS)
    return True


def _processor() -> str:
    if CPU_FACTS.is_file():
        for line in CPU_FACTS.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or "unknown"
