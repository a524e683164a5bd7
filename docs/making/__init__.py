"""What makes the documentation: pages generated from the code, the README's picture, and the examples of every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from making import accuracy, commands, lexicons, picture, tables

# Each file that nobody writes, with what does; `make docs` writes them, and a test holds that they are current.
GENERATED: Mapping[str, Callable[[], str]] = {
    "docs/reference/commands.md": commands.page,
    "docs/reference/tables.md": tables.page,
    "docs/reference/lexicons.md": lexicons.page,
    "docs/method/accuracy.md": accuracy.page,
    "docs/picture.svg": picture.svg,
    "docs/guides/themes.svg": picture.chart,
}
