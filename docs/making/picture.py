"""The README's picture, which is what the program prints as a terminal shows it, and the chart of a guide."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from making.examples import furnish, run

WIDTH = 92
# Commands, and how many lines of what each prints; None for all.
SHOWN: dict[str, int | None] = {'cnd show 2011 "4(c)"': None, "cnd compare 2009 2011": None}
THEME = TerminalTheme(
    (255, 255, 255),
    (29, 39, 51),
    [
        *((29, 39, 51), (176, 32, 32), (0, 120, 90), (148, 98, 0)),
        *((0, 101, 156), (150, 50, 120), (0, 125, 135), (90, 100, 110)),
    ],
)


def svg() -> str:
    """Return the picture as SVG; it names no font of another place, so that it is the same without a network."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    with tempfile.TemporaryDirectory() as folder:
        furnish(Path(folder))
        for line, most in SHOWN.items():
            printed, _ = run(line, Path(folder), width=WIDTH, styled=True)
            console.print(Text(f"$ {line}", style="bold"))
            console.print(Text.from_ansi("\n".join(printed.splitlines()[:most])))
            console.print()
    return _without_fonts(console.export_svg(title="cnd", theme=THEME, unique_id="cnd"))


def chart() -> str:
    """Return the chart of themes, as `cnd plot` draws it."""
    with tempfile.TemporaryDirectory() as folder:
        furnish(Path(folder))
        run("cnd plot 2009 2011 --by themes -o themes.svg", Path(folder))
        return (Path(folder) / "themes.svg").read_text("utf-8")


def said(made: str) -> list[str]:
    """Return what a generated file says, line by line; of a drawing its words and what its marks are described as.

    Widths and places in a drawing come from the fonts of the machine it was made on, and are left out.
    """
    if not made.startswith("<svg"):
        return made.splitlines()
    drawing = ElementTree.fromstring(made)
    texts = ("".join(one.itertext()) for one in drawing.iter("{http://www.w3.org/2000/svg}text"))
    labels = (one.get("aria-label", "") for one in drawing.iter())
    return [words for words in (*texts, *labels) if words]


def _without_fonts(drawn: str) -> str:
    """Take out the rules that load a font from elsewhere, and name those every system has."""
    while "@font-face" in drawn:
        before, _, after = drawn.partition("@font-face")
        drawn = before + after.partition("}")[2]
    return drawn.replace("Fira Code, monospace", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace")
