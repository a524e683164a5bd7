"""Where the store is and how large it may grow: the user's cache folder, or what the environment says."""

from __future__ import annotations

import os
from pathlib import Path

from cnd_tools.errors import UsageError

MIB = 1024 * 1024
LIMIT = 512  # MiB; some ten thousand texts of ten pages with their parses


def folder() -> Path:
    """Return the store's folder: $CND_CACHE, or the one this system has for caches."""
    named = os.environ.get("CND_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("cnd-tools", appauthor=False)


def limit() -> int:
    """Return the most bytes the store may keep: $CND_CACHE_MIB, or 512 MiB.

    Raises:
        UsageError: the variable holds no whole number.
    """
    named = os.environ.get("CND_CACHE_MIB") or str(LIMIT)
    if not (named.isascii() and named.isdigit()):
        raise UsageError(f"CND_CACHE_MIB: {named!r} is no number of mebibytes; give one, as {LIMIT}")
    return int(named) * MIB
