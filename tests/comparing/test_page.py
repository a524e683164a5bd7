"""The page of words: the one of the two texts word for word, and each of its figures worked out by another route."""

from __future__ import annotations

import re
from dataclasses import replace
from math import comb
from pathlib import Path

import pytest

import cnd_tools
from cnd_tools import accuracy
from cnd_tools.comparing import compare
from cnd_tools.comparing.citing import cited, plain
from cnd_tools.comparing.page import BACK, about, page, statements
from cnd_tools.comparing.relations import RELATIONS, changes_between
from cnd_tools.records import Analysis
from cnd_tools.views.page import lines
from comparing.building import action, build, point, position, texts, theme
from comparing.test_resolutions import FIRST as EARLIER
from comparing.test_resolutions import SECOND as LATER
from comparing.test_resolutions import renewed

GOLDEN = Path(__file__).with_name("two_texts.txt")


@pytest.fixture(scope="module")
def two():
    return [cnd_tools.analyse(name).records for name in ("2009", "2011")]


def by_counting(a, n, b, m):
    ways = [comb(n, k) * comb(m, a + b - k) if a + b - k >= 0 else 0 for k in range(a + b + 1)]
    return sum(way for way in ways if way <= ways[a]) / comb(n + m, a + b)


def ends(hits, n, m):
    return {max(0, hits - m), min(hits, n)}


def golden():
    """Return the page of the two texts; what it says of itself is as last measured."""
    return GOLDEN.read_text("utf-8").replace("{accuracy}", accuracy.sentence())


def said(found):
    return {one.label: plain(one.spans) for one in statements(found)}


def test_the_page_of_the_two_texts(two):
    assert "\n".join(lines(page(*two))) + "\n" == golden()


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_a_page_is_24_lines_and_no_wider_than_the_terminal(two, width):
    for pair in (two, two[::-1], [two[0], build("empty", [])]):
        found = lines(page(*pair), width)
        assert len(found) <= 24
        broken = [line for line in found if "  cnd compare " not in line]  # a command stays whole, to be typed
        assert max(map(len, broken)) <= max(width, 60)


def test_every_figure_of_the_page_by_another_route(two):
    """From the tables of the analyses, as pandas has them, with nothing of the code under test."""
    frames = [cnd_tools.analyse(name) for name in ("2009", "2011")]
    found, told = page(*two), said(page(*two))
    coded = [set(one.points.query("kind not in ['masthead', 'heading', 'note']").point) for one in frames]
    assert [size for size, _ in found.sizes] == [len(one) for one in coded] == [16, 28]
    assert [words for _, words in found.sizes] == [
        int(one.points[one.points.point.isin(points)].words.sum()) for one, points in zip(frames, coded, strict=True)
    ]
    reporting = [set(one.positions.point) for one in frames]
    a, b = map(len, reporting)
    assert told["Speakers"].startswith(f"{a} of 16 → {b} of 28 report what somebody said; q < .001: ")
    assert by_counting(a, 16, b, 28) < 0.001
    asking = [set(one.actions.point) for one in frames]
    who = [set(one.actions[one.actions.agent.notna()].point) for one in frames]
    (n, m), (a, b) = map(len, asking), map(len, who)
    members = [set(one.actions[one.actions.agent == "member_states"].point) for one in frames]
    first, second = map(len, members)
    assert told["Addressee"].startswith(
        f"Member States, {first} of {n} → {second} of {m} paragraphs with a demand; q ."
    )
    # Its q is that of the table of speakers: p, times how many are tested there, by how many are no larger.
    counts = [(*map(len, reporting), 16, 28), (*map(len, asking), 16, 28), (a, b, n, m)]
    for table, column, (before, after) in (("positions", "source", reporting), ("actions", "agent", asking)):
        rows = [getattr(frame, table) for frame in frames]
        for who in {name for frame in rows for name in frame[column].dropna()}:
            counts.append((*(frame[frame[column] == who].point.nunique() for frame in rows), len(before), len(after)))
    named = [set(frame.positions[frame.positions.source.notna()].point) for frame in frames]
    counts.append((*map(len, named), *map(len, reporting)))
    least = [min(by_counting(k, n, a + b - k, m) for k in ends(a + b, n, m)) for a, b, n, m in counts]
    ps = sorted(
        by_counting(a, n, b, m) for (a, b, n, m), low in zip(counts, least, strict=True) if a + b >= 5 and low <= 0.05
    )
    p = by_counting(first, n, second, m)
    q = min(other * len(ps) / (place + 1) for place, other in enumerate(ps) if other >= p)
    assert f"; q {q:.3f}: ".replace("0.", ".") in told["Addressee"]
    for strength, counts in re.findall(r"(\w+) (\d+ → \d+)", told["Tone"]):
        mine = [set(one.actions[one.actions.strength == strength].point) for one in frames]
        assert counts == " → ".join(str(len(points)) for points in mine)
    titles = dict(zip(frames[0].themes.title, frames[0].themes.theme, strict=True))
    titles |= dict(zip(frames[1].themes.title, frames[1].themes.theme, strict=True))
    checked = 0
    for label in ("More", "Less"):
        for title, counts in re.findall(r"([A-Z][a-z]+(?: [a-z]+)*) (\d+ → \d+):", told[label]):
            mine = [
                set(one.themes[one.themes.theme == titles[title]].point) & points
                for one, points in zip(frames, coded, strict=True)
            ]
            assert counts == " → ".join(str(len(points)) for points in mine)
            checked += 1
    for place, label in ((0, "Only 2009"), (1, "Only 2011")):
        for title in re.findall(r"(?:^| · )([A-Z][a-z]+(?: [a-z]+)*)", told[label]):
            mine = [
                set(one.themes[one.themes.theme == titles[title]].point) & points
                for one, points in zip(frames, coded, strict=True)
            ]
            assert mine[place]
            assert not mine[1 - place]
            checked += 1
    assert checked >= 15


def test_a_text_without_a_title_page_is_told_by_its_one_heading():
    under = [replace(one, section="3/8. Clean mills") for one in texts("A", *FIRST).points]
    assert about(build("A", under)) == "3/8. Clean mills"
    assert about(build("A", [*under, point("A", "9")])) == "no title page found"


def test_how_many_come_back_and_how_much_was_tested_by_another_route(two):
    rows = [dict(zip(table.columns, row, strict=True)) for table in compare(two, by="points") for row in table.rows]
    paired = {row["point_a"] for row in rows if row["point_a"] and row["point_b"]}
    assert not {row["change"] for row in rows} & BACK
    told = said(page(*two))
    warning = plain(page(*two).warnings[0].spans)
    assert f": none of 16 paragraphs of 2009 comes back in 2011; {len(paired)} are perhaps on the same" in warning
    assert told["Wording"].startswith("none comes back; perhaps: ")
    tables = [table for by in ("speakers", "strength", "themes") for table in compare(two, by=by)]
    tested = sum(row[table.columns.index("q")] is not None for table in tables for row in table.rows)
    assert f"({tested} in all)" in page(*two).foot[0]


def test_what_became_of_the_paragraphs_of_a_renewed_resolution_by_another_route():
    pair = [renewed("A", EARLIER), renewed("B", LATER)]
    (table,) = compare(pair, by="points")
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    told = said(page(*pair))
    became = {}
    for row in sorted(rows, key=lambda row: RELATIONS.index(row["change"])):
        if row["point_a"]:
            became.setdefault(row["point_a"], "merged" if row["merged"] else row["change"])
    for count, relation in re.findall(r"(\d+) (kept|updated|reworded|merged|dropped)", told["Paragraphs"]):
        assert int(count) == list(became.values()).count(relation)
    assert told["Paragraphs"].startswith(f"of {len(EARLIER)}: ")
    assert told["Paragraphs"].endswith(f"; {sum(row['change'] == 'new' for row in rows)} new")
    for label, strength in (("Stronger", "stronger"), ("Weaker", "weaker")):
        found = sum(row["strength"] == strength for row in rows)
        assert told[label].startswith(f"{found}: " if found else "none")


def test_every_citation_of_the_page_is_a_paragraph(two):
    known = [{point.point for point in one.points} for one in two]
    spans = [span for one in statements(page(*two)) for span in one.spans if span.document is not None]
    assert len(spans) > 40
    assert all(span.point in known[span.document] for span in spans)


def test_a_section_that_the_other_text_lacks_is_said_first_with_what_to_type(two):
    warnings = [plain(one.spans) for one in page(*two).warnings]
    second = [
        one.point for one in two[1].points if one.section and "diversion" in one.section and one.kind != "heading"
    ]
    assert warnings[1] == (
        f"Only 2011 has a section “Round table on measures to prevent …”: {len(second)} paragraphs, 5 6 6(a)–(i)"
    )
    assert warnings[2] == "Like with like:  cnd compare 2009 2011 --section counter-narcotics"


FIRST = [
    "Urges States to store seized chemicals safely;",
    "Bats live in caves of limestone and chalk;",
    "Rivers carry silt;",
]


def test_what_became_of_each_paragraph_adds_up():
    first = texts("A", *FIRST)
    second = texts("B", FIRST[0], f"{FIRST[1][:-1]}, and in old mills;", "Lentils grow on terraces in the north;")
    told = said(page(first, second))
    assert told["Paragraphs"] == "of 3: 1 kept · 1 reworded · 1 dropped; 1 new"
    assert told["New"] == "1: 3 Lentils grow on terraces in the north"
    assert told["Dropped"] == "1: 3 Rivers carry silt"
    assert told["Stronger"] == "none by the ladders of verbs and modals"


def test_of_what_is_new_the_operative_paragraphs_are_named_first():
    kept = [point("B", str(number), text) for number, text in enumerate(FIRST, 1)]
    new = [
        point("B", "p1", "Noting that lentils grow on terraces,", "preambular"),
        *kept,
        point("B", "4", "Urges mills."),
    ]
    found = page(texts("A", *FIRST), build("B", new))
    assert said(found)["New"] == "2: 4 Urges mills · p1 Noting that lentils grow on terraces"


def test_merged_paragraphs_are_not_dropped():
    first = texts(
        "A",
        "Bats live in caves of limestone and chalk;",
        "Lentils grow on terraces in the north;",
        "Rivers carry silt;",
    )
    second = texts(
        "B",
        "Bats live in caves of limestone and chalk, and lentils grow on terraces in the north;",
        "Rivers carry silt;",
    )
    assert said(page(first, second))["Paragraphs"] == "of 3: 1 kept · 2 merged into others; 0 new"
    assert not [row for row in changes_between(first, second).rows if row.relation in {"dropped", "new"}]


@pytest.mark.parametrize(("number", "kind"), [(5, "Texts on different subjects"), (4, "Little in common")])
def test_strangers_are_said_to_be_strangers_first(number, kind):
    mills = ["Mills grind maize.", "Ships need ports.", "Hammers drive nails.", "Glass breaks.", "Wool keeps warm."]
    bats = [*FIRST, "Owls hunt mice at night.", "Snow falls on passes."]
    found = page(texts("A", *bats[:number]), texts("B", *mills[:number]))
    warning = plain(found.warnings[0].spans)
    assert warning.startswith(f"{kind}: none of {number} paragraphs of A comes back in B.")
    assert ("differ with the subject" in warning) is (kind == "Texts on different subjects")


def test_below_five_nothing_is_tested_and_nothing_is_clear():
    first = build("A", [point("A", str(n)) for n in range(9)], themes=[theme("A", str(n), "rivers") for n in range(4)])
    second = build("B", [point("B", str(n)) for n in range(9)], actions=[action("B", "1", "obligation")])
    assert "p " not in " ".join(said(page(first, second)).values())


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        (["1", "2"], "1 2"),
        (["1", "2", "3", "5"], "1–3 5"),
        (["6(a)", "6(b)", "6(c)"], "6(a)–(c)"),
        (["3", "6(a)", "6(b)", "6(c)", "7"], "3 6(a)–(c) 7"),
        (["5", "6"], "5 6"),
    ],
)
def test_runs_of_paragraphs_are_drawn_together(points, expected):
    names = ["1", "2", "3", "4", "5", "6", "6(a)", "6(b)", "6(c)", "7"]
    analysis = build("A", [point("A", name) for name in names])
    assert plain(cited(points, 0, analysis)) == expected


def test_a_modal_that_binds_more_inside_a_paragraph_is_told_with_both_words():
    before = "Notes that States should store seized chemicals safely and report on them;"
    told = said(page(texts("A", before, *FIRST[1:]), texts("B", before.replace("should", "must"), *FIRST[1:])))
    assert told["Stronger"] == "1: 1 should → must"
    assert told["Weaker"] == "none by the ladders of verbs and modals"


def test_a_verb_that_changed_inside_a_paragraph_is_told_as_stronger_weaker_or_other():
    before = "Notes the delay, encourages States to store chemicals safely, and to consider new depots;"
    first, second = texts("A", before, *FIRST[1:]), texts("B", before.replace("encourages", "urges"), *FIRST[1:])
    assert said(page(first, second))["Stronger"] == "1: 1 encourages → urges"
    assert said(page(second, first))["Weaker"] == "1: 1 urges → encourages"
    third = texts("C", before.replace("consider", "take"), *FIRST[1:])
    assert said(page(first, third))["Other verb"] == "1: 1 consider → take"


def test_what_is_only_recalled_now_and_what_moved_are_told_with_their_first_words():
    recalled = point("B", "p1", "Urging States to store seized chemicals safely,", "preambular")
    second = build("B", [recalled, *(point("B", str(n), text) for n, text in enumerate(FIRST[1:], 1))])
    assert said(page(texts("A", *FIRST), second))["Recalled"] == "1: 1→p1 Urges States to store seized chemicals safely"
    moved = said(page(texts("A", *FIRST), texts("B", FIRST[2], FIRST[0], FIRST[1])))
    assert moved["Moved"] == "1: 3→1 Rivers carry silt"


def test_other_deadlines_of_what_was_reworded_are_told():
    asked = "Asks millers to report on the state of all mills and of their barns at its fourth session;"

    def due(name, text, session):
        made = replace(action(name, "1", "recommendation", "report"), deadline=f"at its {session} session")
        return build(name, texts(name, text, *FIRST).points, actions=[made])

    first = due("A", asked, "fourth")
    reworded = asked.replace("fourth", "seventh").replace("and of", "and the rafters of")
    told = said(page(first, due("B", reworded, "seventh")))
    assert told["Deadline"] == "1: 1 (at its fourth session → at its seventh session)"
    updated = asked.replace("fourth", "seventh")
    assert "Deadline" not in said(page(first, due("B", updated, "seventh")))


def test_figures_that_changed_where_nothing_else_did_are_told_but_no_dates_of_what_is_cited():
    fund = "Provides 5 million dollars for mills, as in resolution 61/89 of 6 December 2006;"
    told = said(page(texts("A", fund, *FIRST), texts("B", fund.replace("5 million", "8 million"), *FIRST)))
    assert told["Figures"] == "1: 1 (5 million → 8 million)"
    told = said(page(texts("A", fund, *FIRST), texts("B", fund.replace("2006", "2007"), *FIRST)))
    assert told["Paragraphs"].startswith("of 4: 3 kept · 1 updated")
    assert "Figures" not in told
    reworded = fund.replace("61/89 of 6 December 2006", "62/9 of 5 May 2007 and as was urged")
    assert "Figures" not in said(page(texts("A", fund, *FIRST), texts("B", reworded, *FIRST)))
    virus = "Notes that COVID-19 closed mills;"
    assert "Figures" not in said(page(texts("A", virus, *FIRST), texts("B", virus.replace("-19", ""), *FIRST)))


def neighbouring(name: str, body: str, paragraphs: tuple[str, ...], others: int) -> Analysis:
    """A resolution: each paragraph opens with a verb of its body, and somebody else is reported in so many of them."""
    points = [
        replace(point(name, str(number), text), opening=text.split()[0]) for number, text in enumerate(paragraphs, 1)
    ]
    held = [position(name, one.point, body, "urge", "all") for one in points]
    said = [position(name, one.point, "traffickers", "say", "all") for one in points[:others]]
    return build(
        name,
        points,
        positions=[*held, *said],
        themes=[theme(name, one.point, f"theme_{n}") for n, one in enumerate(points)],
    )


REEFS = tuple(f"Urges States to protect {kind} reefs from {cause}." for kind, cause in zip(
    ("coral", "oyster", "sponge", "glass", "deep", "shallow"), ("heat", "acid", "nets", "anchors", "silt", "plastic"),
    strict=True,
))  # fmt: skip
HAVENS = tuple(f"Invites harbours to keep {kind} reefs free of {cause}." for kind, cause in zip(
    ("coral", "oyster", "sponge", "glass", "deep", "shallow"), ("oil", "noise", "waste", "dredging", "light", "ropes"),
    strict=True,
))  # fmt: skip


def test_two_texts_on_one_subject_are_said_to_be_no_versions():
    first, second = neighbouring("A", "assembly", REEFS, 0), neighbouring("B", "council", HAVENS, 0)
    found = changes_between(first, second).found
    assert (found.related, found.versions) == (True, False)
    warnings = [plain(one.spans) for one in page(first, second).warnings]
    assert any("no versions of one text" in one or "not two versions of one" in one for one in warnings)
    again = neighbouring("C", "assembly", REEFS, 0)
    assert page(first, again).warnings == ()


@pytest.mark.parametrize("others", [0, 4])
def test_whose_resolution_it_is_is_no_news(others):
    first, second = neighbouring("A", "assembly", REEFS, others), neighbouring("B", "council", HAVENS, 0)
    spoken = [plain(one.spans) for one in statements(page(first, second)) if one.label == "Speakers"]
    assert not [one for one in spoken if "council" in one or "assembly" in one or "report what" in one]


def test_what_is_new_stands_in_the_order_of_its_text():
    first = texts("A", "Bats sleep in caves.", "Owls hunt mice at night.")
    second = texts("B", "Mills grind rye.", "Owls hunt mice at night.", "Ships need ice.", "Bats sleep in caves.")
    new = next(one for one in statements(page(first, second)) if one.label == "New")
    assert [span.point for span in new.spans if span.point] == ["1", "3"]
