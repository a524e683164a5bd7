"""The README's picture: what the program prints, drawn as the terminal that shows it."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from making.examples import furnish, run

WIDTH = 92
LINES = ['cnd show 2011 "4(c)"', "cnd compare 2009 2011 --by strength"]
MOST = 9  # lines of the second output: its first table
THEME = TerminalTheme(
    (255, 255, 255),
    (29, 39, 51),
    [
        (29, 39, 51),
        (176, 32, 32),
        (0, 120, 90),
        (148, 98, 0),
        (0, 101, 156),
        (150, 50, 120),
        (0, 125, 135),
        (90, 100, 110),
    ],
)


def svg() -> str:
    """Return the picture as SVG; it names no font of another place, so that it is the same without a network."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    with tempfile.TemporaryDirectory() as folder:
        furnish(Path(folder))
        for line in LINES:
            printed, _ = run(line, Path(folder), width=WIDTH, styled=True)
            console.print(Text(f"$ {line}", style="bold"))
            console.print(Text.from_ansi("\n".join(printed.splitlines()[: 60 if line is LINES[0] else MOST])))
            console.print()
    return _without_fonts(console.export_svg(title="cnd", theme=THEME, unique_id="cnd"))


def _without_fonts(drawn: str) -> str:
    """Take out the rules that load a font from elsewhere, and name those every system has."""
    while "@font-face" in drawn:
        before, _, after = drawn.partition("@font-face")
        drawn = before + after.partition("}")[2]
    return drawn.replace("Fira Code, monospace", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace")
