"""`cnd due`, `cnd reports`, and deadlines and amounts in `cnd compare`."""

import csv
import io

import pytest

TEXT = (
    "The General Assembly,\n\nRecalling its work,\n\n"
    "1. Requests the Secretary-General to report to the General Assembly at its {session} session on rural roads;\n\n"
    "2. Urges Member States to cut losses by {share} by 2030.\n"
)


@pytest.fixture
def texts(tmp_path):
    places = []
    for name, session, share in (("a", "seventy-ninth", "30 %"), ("b", "eightieth", "30"), ("c", "eightieth", "40 %")):
        places.append(tmp_path / f"{name}.txt")
        places[-1].write_text(TEXT.format(session=session, share=share))
    return places


def rows(printed):
    return list(csv.DictReader(io.StringIO(printed)))


def test_what_is_due(cnd, texts):
    found = rows(cnd("due", texts[0], "--csv", "-q").out)
    told = [(row["point"], row["deadline"], row["kind"], row["value"], row["quantity"]) for row in found]
    assert told == [
        ("1", "at its seventy-ninth session", "session", "79", ""),
        ("2", "by 2030", "date", "2030", "by 30 %"),
    ]


def test_reports_asked_for(cnd, texts):
    (found,) = rows(cnd("reports", texts[0], "--csv", "-q").out)
    assert (found["who"], found["to"], found["about"]) == ("secretary_general", "general_assembly", "rural roads")


@pytest.mark.parametrize("view", ["due", "reports"])
def test_a_text_without_any_gives_a_header(cnd, tmp_path, view):
    (tmp_path / "x.txt").write_text("1. Roads are long.\n")
    assert cnd(view, tmp_path / "x.txt", "--csv", "-q").out.startswith("document,point,")


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        ((0, 2), {"1": "at its seventy-ninth session → at its eightieth session", "2": "30 % → 40 %"}),
        ((1, 2), {"1": "", "2": "30 → 40 %"}),
        ((0, 1), {"1": "at its seventy-ninth session → at its eightieth session", "2": "30 % → 30"}),
    ],
)
def test_another_number_is_a_change(cnd, texts, pair, expected):
    found = rows(cnd("compare", *(texts[at] for at in pair), "--by", "points", "--csv", "-q").out)
    assert {row["point_a"]: row["detail"] for row in found if row["point_a"] in expected} == expected
    kept = {row["point_a"] for row in found if row["change"] == "kept"}
    assert kept & {point for point, detail in expected.items() if detail} == set()
