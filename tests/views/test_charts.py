import re
import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from cnd_tools.comparing import compare
from cnd_tools.views import charts, counts
from cnd_tools.views.palette import PAGE, PAPER
from views.made import EARLIER, LATER, SCALE, made

BOTH = [EARLIER, LATER]
DRAWN = {
    "themes": (charts.themes, counts.themes(BOTH)),
    "actors": (charts.actors, counts.actors(BOTH)),
    "strength": (charts.strength, counts.strength(BOTH, SCALE)),
}
CSS = (Path(charts.__file__).parent / "report" / "report.css").read_text("utf-8")


def marks(svg):
    """What the marks of a chart say of themselves, in order."""
    drawn = [e for e in ET.fromstring(svg).iter() if not e.tag.endswith("}g") and e.get("aria-label")]
    return [element.get("aria-label") for element in drawn]


def words(svg):
    return [element.text for element in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_themes_are_counted_by_point():
    rows = {(row[0], row[1]): row[4:6] for row in counts.themes(BOTH).rows}
    assert rows == {
        ("2009", "corruption"): (1, 33.33),
        ("2009", "drug_trafficking"): (2, 66.67),
        ("2009", "precursor_control"): (0, 0.0),
        ("2011", "corruption"): (0, 0.0),
        ("2011", "drug_trafficking"): (1, 25.0),
        ("2011", "precursor_control"): (1, 25.0),
    }


def test_a_share_has_its_interval():
    """Of 2 in 3 the score interval is 20.8 to 93.9 %, as R's prop.test(2, 3, correct = FALSE) has it."""
    rows = {(row[0], row[1]): row[6:] for row in counts.themes(BOTH).rows}
    assert rows["2009", "drug_trafficking"] == (20.77, 93.85)
    assert rows["2009", "precursor_control"][0] == 0


@pytest.mark.parametrize(("number", "drawn"), [(1, 1), (3, 3), (4, 0)])
def test_intervals_are_drawn_for_few_documents(number, drawn):
    documents = [made(f"{year}", "Acts.", themes=[("1", "Acts", "acts")]) for year in range(2000, 2000 + number)]
    root = ET.fromstring(charts.svg(charts.themes(counts.themes(documents))))
    lines = root.iter("{http://www.w3.org/2000/svg}line")
    thin = [one for one in lines if one.get("stroke-width") == str(charts.INTERVAL)]
    assert len(thin) == drawn


def test_the_chart_of_themes_and_the_comparison_say_the_same():
    charted = {(row[0], row[1]): row[4:] for row in counts.themes(BOTH).rows}
    (table,) = compare(BOTH, by="theme")
    for cells in table.rows:
        row = dict(zip(table.columns, cells, strict=True))
        for document in ("2009", "2011"):
            assert charted[document, row["theme"]][0] == row[f"points_{document}"]
            assert row[f"percent_{document}"] is None  # of fewer than five


def test_the_chart_of_strength_and_the_comparison_say_the_same():
    charted = {row[:2]: row[2:] for row in counts.strength(BOTH, SCALE).rows}
    table = compare(BOTH, by="strength")[0]
    for cells in table.rows:
        row = dict(zip(table.columns, cells, strict=True))
        for document in ("2009", "2011"):
            # Here no paragraph asks for two things; where one does, the chart has it once, by the strongest.
            assert charted[document, row["strength"]][0] == row[f"points_{document}"]


def test_actors_meet_themes_in_points():
    assert [(row[0], row[1], row[3], row[5]) for row in counts.actors(BOTH).rows] == [
        ("2009", "member_states", "corruption", 1),
        ("2009", "member_states", "drug_trafficking", 1),
        ("2009", "transit_countries", "drug_trafficking", 1),
        ("2009", "unodc", "drug_trafficking", 1),
        ("2011", "member_states", "drug_trafficking", 1),
        ("2011", "participants", "precursor_control", 1),
    ]


def test_an_actor_in_two_roles_is_in_one_point():
    twice = made(
        "a",
        "States should help States.",
        actors=[("1", "States", "states", "agent"), ("1", "States", "states", "recipient")],
        themes=[("1", "help", "assistance")],
    )
    assert [row[5] for row in counts.actors([twice]).rows] == [1]


def test_a_dumbbell_has_a_mark_for_each_document_and_theme():
    said = marks(charts.svg(charts.themes(counts.themes(BOTH))))
    assert len(said) == 6
    assert "Drug trafficking, 2009: 2 paragraphs, 66.7 %, 95 % interval 21 to 94" in said


def test_most_gained_stands_first():
    order = [word for word in words(charts.svg(charts.themes(counts.themes(BOTH)))) if word[0].isupper()]
    assert order == ["Precursor control", "Corruption", "Drug trafficking"]


def test_of_one_document_the_largest_stands_first_and_there_is_no_legend():
    said = words(charts.svg(charts.themes(counts.themes([EARLIER]))))
    assert "2009" not in said
    assert said.index("Drug trafficking") < said.index("Corruption")


def test_a_bar_says_how_many_of_how_many():
    said = marks(charts.svg(charts.strength(counts.strength(BOTH, SCALE))))
    assert "2011, obligation: 1 of 2 paragraphs, 50.0 %" in said


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("width", [charts.WIDE, charts.NARROW])
def test_a_chart_is_as_wide_as_asked_and_the_same_each_time(name, width):
    draw, data = DRAWN[name]
    svg = charts.svg(draw(data, width=width))
    assert width * 0.7 < float(ET.fromstring(svg).get("width")) <= width + 8
    assert charts.svg(draw(data, width=width)) == svg


@pytest.mark.parametrize("name", DRAWN)
def test_a_png_has_two_dots_to_the_pixel(name):
    draw, data = DRAWN[name]
    png = charts.png(draw(data))
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, _ = struct.unpack(">II", png[16:24])
    assert charts.WIDE * 1.4 < width <= charts.WIDE * 2 + 16


@pytest.mark.parametrize("name", ["<b>&amp;</b>", "datum.x", "\u202eevil\x00", "A" * 300, "ж中"])
def test_any_name_can_be_drawn(name):
    strange = made(
        name,
        "States must act.",
        actors=[("1", "States", name, "agent")],
        themes=[("1", "act", name)],
        actions=[("1", "States must act", "must", "obligation", name)],
    )
    for chart in (
        charts.themes(counts.themes([strange, LATER])),
        charts.actors(counts.actors([strange, LATER])),
        charts.strength(counts.strength([strange, LATER], SCALE)),
    ):
        svg = charts.svg(chart)
        ET.fromstring(svg)
        assert "\u202e" not in svg
        assert "\x00" not in svg


def test_a_strength_of_a_users_own_lexicon_has_its_place():
    scale = (*SCALE, "wish")
    own = made("own", "States wish to act.", actions=[("1", "wish to act", "wish", "wish", None)])
    svg = charts.svg(charts.strength(counts.strength([own], scale)))
    assert "wish" in words(svg)
    assert "own, wish: 1 of 1 paragraphs, 100.0 %" in marks(svg)


def test_thirty_documents_differ_in_colour_or_shape():
    documents = [made(f"{year}", "Acts.", themes=[("1", "Acts", "acts")]) for year in range(1990, 2020)]
    root = ET.fromstring(charts.svg(charts.themes(counts.themes(documents))))
    drawn = [e for e in root.iter() if (e.get("aria-label") or "").startswith("Acts, ")]
    assert len({(e.get("fill"), e.get("d")) for e in drawn}) == 30


def luminance(colour):
    """Relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def values(css):
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css))


LIGHT, DARK = map(values, CSS.split("@media screen and (prefers-color-scheme: dark)", 1))


def test_black_on_white_has_the_contrast_that_wcag_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_pages_colours_can_be_told_from_the_ground(theme):
    for name in ("ink", "soft", "accent"):
        assert contrast(theme[name], theme["ground"]) >= 4.5, name
    for name in ("quiet", "source", "agent", "recipient", "mention", *(f"document-{n}" for n in range(1, 7))):
        assert contrast(theme[name], theme["ground"]) >= 3, name
    for name in ("theme", "in", "out"):
        assert contrast(theme[name], theme["ink"]) >= 4.5, name
    for step in range(1, 6):
        assert contrast(theme[f"ramp-{step}"], theme[f"on-ramp-{step}"]) >= 4.5, step


def test_the_page_in_light_has_the_colours_of_a_picture():
    def named(reference):
        return LIGHT[reference.removeprefix("var(--").removesuffix(")")]

    for field in ("ground", "ink", "quiet", "grid"):
        assert named(getattr(PAGE, field)) == getattr(PAPER, field)
    for field in ("documents", "ramp", "on_ramp"):
        assert tuple(map(named, getattr(PAGE, field))) == getattr(PAPER, field)
