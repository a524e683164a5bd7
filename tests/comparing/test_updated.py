"""Two years of one resolution in which only numbers, dates and citations changed: every change is named."""

import pytest

from cnd_tools.comparing.changes import changes
from cnd_tools.pipeline import analyse
from cnd_tools.records import Document, Masthead
from cnd_tools.segmenting import segment

FIRST = """The General Assembly,

Recalling its resolutions 75/12, 76/14 and 77/16 to 77/18 and Economic and Social
Council resolution 2021/5 of 8 June 2021,

Taking note of the report of the Secretary-General (A/77/120 and Add.1),

Recalling Security Council resolution 2250 (2015) and target 3.5 of the Sustainable Development Goals,

1. Urges Member States to reduce by half the number of deaths by 2030 and to raise the share of
women to at least 30 per cent;

2. Requests the Executive Director to mobilize 100 million dollars a year for the period 2024–2027;

3. Requests the Secretary-General to submit to the General Assembly at its seventy-ninth session a report on
the subject;

4. Decides to extend the mandate of the Panel, composed of five experts, for a period of three years,
until 31 December 2026;

5. Invites the Commission to report biennially on the matter, in line with article 12 of the Convention against
Corruption;

6. Decides to consider the question every two years.
"""
# What was changed, and what is said of which paragraph.
YEARS = [
    (
        [("75/12, 76/14", "76/14, 78/20"), ("77/18", "77/19"), ("2021/5 of 8 June 2021", "2022/7 of 9 June 2022")],
        {
            "p2": "8 June 2021 → 9 June 2022; no longer cites A/RES/75/12, E/RES/2021/5; "
            "now cites A/RES/78/20, A/RES/77/19, E/RES/2022/7"
        },
    ),
    (
        [("A/77/120 and Add.1", "A/79/95"), ("2250 (2015)", "2535 (2020)"), ("target 3.5", "target 16.2")],
        {
            "p3": "no longer cites A/77/120, A/77/120/Add.1; now cites A/79/95",
            "p4": "2250; 2015; 3.5 → 2535; 2020; 16.2; no longer cites S/RES/2250 (2015), SDG 3.5; "
            "now cites S/RES/2535 (2020), SDG 16.2",
        },
    ),
    (
        [("by half", "by one third"), ("by 2030", "by 2035"), ("30 per cent", "40 per cent")],
        {"1": "half; 2030; 30 per cent → one third; 2035; 40 per cent"},
    ),
    (
        [
            ("100 million dollars", "1.2 billion dollars"),
            ("2024–2027", "2028–2031"),
            ("seventy-ninth", "eighty-first"),
            ("five experts", "seven experts"),
            ("three years", "18 months"),
            ("31 December 2026", "30 June 2029"),
        ],
        {
            "2": "100 million; 2024–2027 → 1.2 billion; 2028–2031",
            "3": "at its seventy-ninth session → at its eighty-first session",
            "4": "five; three years; 31 December 2026 → seven; 18 months; 30 June 2029",
        },
    ),
    (
        [("biennially", "annually"), ("article 12", "article 15"), ("every two years", "every four years")],
        {"5": "12 → 15; biennially → annually", "6": "two years → four years; every two years → every four years"},
    ),
]


def analysed(name, text):
    return analyse(segment(Document(name, text, masthead=Masthead(body="General Assembly"))))


@pytest.mark.parametrize(("changed", "said"), YEARS)
def test_every_change_of_a_figure_is_named(changed, said):
    second = FIRST
    for old, new in changed:
        assert old in second
        second = second.replace(old, new)
    table = changes([analysed("one", FIRST), analysed("two", second)])
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert {row["change"] for row in rows} == {"kept", "updated"}
    assert {row["point_a"]: row["detail"] for row in rows if row["change"] == "updated"} == said
