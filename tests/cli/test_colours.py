"""What every screen is coloured with: 4.5 : 1 on black and on white, and nothing a terminal may show as it likes."""

import re
import sys
from pathlib import Path

import pytest
from rich.style import Style

sys.path.insert(0, str(Path(__file__).parents[2] / "docs"))

from making.examples import run

from cli.test_screens import COMMANDS, TEXTS
from cnd_tools.cli.helping import uncoloured
from cnd_tools.views import progress
from views.test_marked import BLACK, LEAST, WHITE, contrast

SGR = re.compile(r"\x1b\[([\d;]*)m")
PLAIN = frozenset({0, 1, 3, 4, 9})  # off, bold, italic, underlined, struck out; dim and inverse are no words to read
SCREENS = {
    **COMMANDS,
    "why": "cnd show first.txt 2b --why",
    "rules": "cnd show first.txt 2b --rules",
    "page": "cnd compare first.txt second.txt",
    "words": "cnd compare first.txt first.txt,second.txt --by paragraphs",
    "diff": "cnd compare first.txt first.txt,second.txt --by paragraphs --diff",
    "all": "cnd compare first.txt second.txt first.txt,second.txt",
    "terms": "cnd compare first.txt second.txt --by terms",
    "help": "cnd --help",
    "help-of-one": "cnd compare --help",
    "help-of-family": "cnd lexicon --help",
    "lexicon": "cnd lexicon list theme",
    "doctor": "cnd doctor --all",
    "store": "cnd store info",
    "schema": "cnd schema actions",
    "evaluate": "cnd evaluate --template first.txt",
}


def styles(printed):
    """Return the styles a screen is printed in: single codes, and colours as (38, 5, number)."""
    for found in SGR.findall(printed):
        codes = [int(code or 0) for code in found.split(";")]
        while codes:
            size = 3 if codes[:2] == [38, 5] else 1
            yield tuple(codes[:size])
            del codes[:size]


def can_be_read(style):
    if len(style) == 1:
        return style[0] in PLAIN
    colour = Style.parse(f"color({style[2]})").color.get_truecolor()
    return style[2] > 15 and all(contrast(tuple(colour), ground) >= LEAST for ground in (BLACK, WHITE))


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_can_be_read_on_black_and_on_white(name, tmp_path):
    for file, text in TEXTS.items():
        (tmp_path / file).write_text(text, "utf-8")
    printed, code = run(SCREENS[name], tmp_path, styled=True)
    assert code in {0, 5}
    assert [style for style in styles(printed) if not can_be_read(style)] == []


@pytest.mark.parametrize(
    ("style", "expected"), [((32,), False), ((2,), False), ((38, 5, 29), True), ((38, 5, 2), False)]
)
def test_a_style_that_cannot_be_read_is_seen(style, expected):
    assert can_be_read(style) is expected


def test_screens_that_are_looked_at_have_colours(tmp_path):
    for file, text in TEXTS.items():
        (tmp_path / file).write_text(text, "utf-8")
    for name in ("show", "paragraphs"):
        printed, _ = run(SCREENS[name], tmp_path, styled=True)
        assert any(len(style) == 3 for style in styles(printed)), name


def test_of_what_typer_colours_nothing_is_left():
    from typer import rich_utils

    uncoloured()
    given = {name: getattr(rich_utils, name) for name in dir(rich_utils) if name.startswith("STYLE_")}
    told = {name: Style.parse(style) for name, style in given.items() if isinstance(style, str) and style}
    assert [name for name, style in told.items() if style.color or style.dim] == []
    assert "[" not in rich_utils.RICH_HELP.replace("{command_path}", "").replace("{help_option}", "")


def test_progress_can_be_read():
    theme = progress._theme()
    for name in ("progress.download", "progress.remaining", "progress.spinner", "bar.complete", "bar.finished"):
        colour = theme.styles[name].color
        assert colour is None or can_be_read((38, 5, colour.number)), name
