"""What figures were measured on: without that they say nothing."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from cnd_tools.parsing.models import describe

ROOT = Path(__file__).parents[1]
PACKAGES = ("cnd-tools", "spacy", "thinc", "blis", "numpy", "pyarrow", "duckdb", "typer")


def described() -> list[str]:
    """Return lines on the machine, the versions, the commit and how busy the machine was."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = os.cpu_count()
    model, number = describe()
    found = ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    return [
        f"- Machine: {_processor()}, {cores} processors, {memory:.0f} GiB, {platform.system()} {platform.release()}",
        f"- Python {platform.python_version()}, {found}, model {model} {number}",
        f"- {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, commit {_commit()}; {load()}",
    ]


def load() -> str:
    """Return how many processes wanted to run, on the average of the last five minutes."""
    return f"{os.getloadavg()[1]:.1f} processes wanted to run (average of five minutes), {os.cpu_count()} could"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _commit() -> str:
    line = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else "unknown"


if __name__ == "__main__":
    print("\n".join(described()))
