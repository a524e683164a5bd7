"""Where the store is and how large it may grow: the user's cache folder, or what the environment says."""

from __future__ import annotations

import os
from pathlib import Path

from cnd_tools.errors import UsageError, short

MIB = 1024 * 1024
LONGEST = 9  # digits of it; so many mebibytes are a petabyte
LIMIT = 512  # MiB; some ten thousand texts of ten pages with their parses


def folder() -> Path:
    """Return the store's folder: $CND_CACHE, or the one this system has for caches.

    Raises:
        UsageError: the variable holds what can be no folder's name.
    """
    named = os.environ.get("CND_CACHE")
    if named:
        try:
            os.path.lexists(Path(named) / "analyses.sqlite3")
            Path(named).stat()
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            pass  # it is made, or what is wrong with it is said, when something is to be kept
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            raise UsageError(f"CND_CACHE: {short(named)!r} is no folder ({why}); name one, or unset it") from None
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("cnd-tools", appauthor=False)


def limit() -> int:
    """Return the most bytes the store may keep: $CND_CACHE_MIB, or 512 MiB.

    Raises:
        UsageError: the variable holds no whole number, or one no disk has.
    """
    named = os.environ.get("CND_CACHE_MIB") or str(LIMIT)
    if not (named.isascii() and named.isdigit() and len(named) <= LONGEST):
        raise UsageError(f"CND_CACHE_MIB: {short(named)!r} is no number of mebibytes; give one, as {LIMIT}")
    return int(named) * MIB
