"""A text with its labels: colours that can be read on black and on white, and brackets where there are none."""

import io

import pytest
from rich.style import Style

from cnd_tools.views import compared, marked
from views.made import made

LEAST = 4.5  # WCAG 2.2, 1.4.3: text against its ground
BLACK, WHITE = (0, 0, 0), (255, 255, 255)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def luminance(colour):
    parts = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("ground", [BLACK, WHITE])
@pytest.mark.parametrize("style", [*marked.STYLES.values(), *compared.STYLES.values()])
def test_colours_can_be_read_on_black_and_on_white(style, ground):
    colour = Style.parse(style or "none").color
    assert colour is None or contrast(tuple(colour.get_truecolor()), ground) >= LEAST


def test_contrast_is_measured_as_it_should_be():
    assert contrast(BLACK, WHITE) == 21
    assert contrast((255, 255, 0), WHITE) < 1.1  # yellow on white, as it was


def test_no_two_roles_look_alike():
    assert len(set(marked.STYLES.values())) == len(marked.STYLES)


SAID = "Participants asked Member States for help."
ROLES = [
    ([("1", "Member States", "member_states", "agent")], "asked [Member States|agent] for"),
    (
        [("1", "Member States", "member_states", "agent"), ("1", "Member States", "member_states", "source")],
        "asked [Member States|source, agent] for",
    ),
    (
        [("1", "Participants", "participants", "source"), ("1", "Member States", "member_states", "mention")],
        "[Participants|source] asked [Member States|mention] for",
    ),
    (
        [("1", "Member States for help", "x", "recipient"), ("1", "Member States", "member_states", "agent")],
        "asked [[Member States|agent] for help|recipient].",
    ),
]


def shown(rows, out):
    analysis = made("a", SAID, actors=rows)
    marked.show(analysis, analysis.points, out)
    return out.getvalue()


@pytest.mark.parametrize(("rows", "expected"), ROLES)
def test_without_colour_who_is_named_stands_in_brackets(rows, expected):
    assert expected in shown(rows, io.StringIO())


@pytest.mark.parametrize(
    ("term", "no_color", "in_brackets"),
    [("xterm-256color", "", False), ("xterm", "", True), ("xterm-256color", "1", True), ("dumb", "", True)],
)
def test_brackets_where_colours_cannot_be_trusted(monkeypatch, term, no_color, in_brackets):
    monkeypatch.setenv("TERM", term)
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    assert ("[Member States|agent]" in shown(ROLES[0][0], Terminal())) == in_brackets


def test_in_colour_too_both_roles_are_named(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "|source, agent]" in shown(ROLES[1][0], Terminal())
