"""By when and how much: as printed, as ISO 8601 and as numbers; what is no time and no amount; whose they are."""

import pytest

from cnd_tools.pipeline import analyse
from cnd_tools.promises.quantities import quantities
from cnd_tools.promises.times import times
from cnd_tools.promises.words import number, ordinal, patterns
from cnd_tools.records import Document, Masthead
from cnd_tools.segmenting import segment
from cnd_tools.tracking import cited, due, reports
from one_point import analysed

TIMES = [
    ("by 2030", "date", "2030"),
    ("by the year 2003", "date", "2003"),
    ("by 1 March 2027", "date", "2027-03-01"),
    ("before the end of 2025", "date", "2025-12-31"),
    ("by the end of February 2024", "date", "2024-02-29"),
    ("until 30 June 2026", "date", "2026-06-30"),
    ("no later than 1 September 2023", "date", "2023-09-01"),
    ("in the second half of 2025", "date", "2025"),
    ("for the period 2024–2030", "date", "2024/2030"),
    ("for the decade 2022–2031", "date", "2022/2031"),
    ("By 2030", "date", "2030"),
    ("from 2021 to 25", "date", "2021/2025"),
    ("between 2020 and 2035", "date", "2020/2035"),
    ("from 1 May 2026 to 30 June 2027", "date", "2026-05-01/2027-06-30"),
    ("during the 2026–2027 biennium", "date", "2026/2027"),
    ("after 31 December 2027", "date", "2027-12-31"),
    ("by the end of the decade", "date", None),
    ("for a final period of 30 days", "period", "P30D"),
    ("at the 70th or 71st meeting", "session", "70/71"),
    ("not less than one hundred and twenty days before the session", "period", "P120D"),
    ("one year after the date", "period", "P1Y", " of its receipt"),
    ("within thirty (30) working days", "period", "P30D"),
    ("for another period of six months", "period", "P6M"),
    ("at intervals of not more than five years", "frequency", "R/P5Y"),
    ("at each regular session", "frequency", None),
    ("at its sixty-eighth session", "session", "68"),
    ("at its seventieth and seventy-first sessions", "session", "70/71"),
    ("at the 79th session of the General Assembly", "session", "79"),
    ("during its next session", "session", "next"),
    ("at its 2025 session", "session", "2025"),
    ("to the January 2031 session", "session", "2031-01"),
    ("to the Summit in January 2031", "session", "2031-01"),
    ("within six months", "period", "P6M"),
    ("within the next two years", "period", "P2Y"),
    ("within 90 days", "period", "P90D"),
    ("over the next decade", "period", "P10Y"),
    ("for a further period of one year", "period", "P1Y"),
    ("over the coming years", "period", None),
    ("annually", "frequency", "R/P1Y"),
    ("every two years", "frequency", "R/P2Y"),
    ("every second year", "frequency", "R/P2Y"),
    ("on a biennial basis", "frequency", "R/P2Y"),
    ("twice a year", "frequency", "R/P6M"),
    ("by March 25, 2031", "date", "2031-03-25"),
    ("no later than Jan. 28, 2030", "date", "2030-01-28"),
    ("on the first day of its thirty-second session", "session", "32"),
    ("to the next Ordinary Session", "session", "next", " of the Assembly"),
    ("at its reconvened sixty-first session", "session", "61"),
    ("for one additional year", "period", "P1Y"),
    ("in 30 days of its adoption", "period", "P30D"),
    ("for a period not exceeding eight working days", "period", "P8D"),
    ("at least 9 to 12 months in advance of the relevant session", "period", "P9M"),
    ("no later than SBI 38", "session", "38"),
    ("at CoP19", "session", "19"),
    ("at its eighth and/or ninth meetings", "session", "8/9"),
    ("at its sixty-fifth (2031) regular session", "session", "65"),
    ("to the Assembly in 2031, 2033 and 2035", "session", "2031/2033/2035"),
    ("ahead of its next meeting", "session", "next"),
    ("for a period of no longer than two years", "period", "P2Y"),
    ("for an initial period of 18 months", "period", "P18M"),
    ("after the expiry of ten years from the date", "period", "P10Y", " of entry"),
    ("at the end of that period", "date", None),
    ("before the end of the first quarter of 2031", "date", "2031"),
    ("from 21 to 24 February 2031", "date", "2031-02-21/2031-02-24"),
    ("by no later than 30 April 2031", "date", "2031-04-30"),
    ("in the course of 2031", "date", "2031"),
    ("on a half-yearly basis", "frequency", "R/P6M"),
    ("by year-end 2031", "date", "2031-12-31"),
    ("by Q3 2031", "date", "2031"),
    ("up to 2031", "date", "2031"),
    ("after 2031", "date", "2031"),
    ("on 5 and 6 May 2031", "date", "2031-05-05/2031-05-06"),
    ("from 2030 until 2035", "date", "2030/2035"),
    ("by the 2031 target date", "date", "2031"),
    ("by around mid-century", "date", None),
    ("by its fiftieth anniversary", "date", None),
    ("within this decade", "period", None),
    ("in the years ahead", "period", None),
    ("within 48 hours", "period", "PT48H"),
    ("for at least ten years", "period", "P10Y"),
    ("for a three-year term", "period", "P3Y"),
    ("for a four-year experimental period", "period", "P4Y"),
    ("for a term of office of four years", "period", "P4Y"),
    ("for another year", "period", "P1Y"),
    ("at least 45 days before the 77th meeting", "period", "P45D"),
    ("at two-year intervals", "frequency", "R/P2Y"),
    ("four times a year", "frequency", "R/P3M"),
    ("every quarter", "frequency", "R/P3M"),
    ("twice yearly", "frequency", "R/P6M"),
    ("two regular sessions per year", "frequency", "R/P6M"),
    ("one meeting a month", "frequency", "R/P1M"),
    ("every five to ten years", "frequency", "R/P5Y"),
    ("at the 2031 high-level political forum", "session", "2031"),
    ("during the main part of its ninth session", "session", "9"),
    ("within the decade", "period", None),
    ("by a further three years", "period", "P3Y"),
    ("by another six months", "period", "P6M"),
    ("by the end of the week", "date", None),
    ("by the summer of 2031", "date", "2031"),
    ("by the 31st of May 2031", "date", "2031-05-31"),
    ("in the period up to 2031", "date", "2031"),
    ("by around 2050", "date", "2050"),
    ("starting 1 May 2031", "date", "2031-05-01"),
    ("on Tuesday, 6 May 2031", "date", "2031-05-06"),
    ("by 15 May", "date", None),
    ("in the next few years", "period", None),
    ("within 12 months of ratification", "period", "P12M"),
    ("at two-yearly intervals", "frequency", "R/P2Y"),
    ("on an annual or biennial basis", "frequency", "R/P1Y"),
    ("by the time of its tenth session", "session", "10"),
    ("during the general debate of its tenth session", "session", "10"),
]
NO_TIMES = ["as soon as possible", "on a regular basis", "the 2030 Agenda", "in the 2030 Agenda",
            "two years ago", "from 2019 levels", "the rate in 2010",
            "for COP Presidents", "under decision 1/CP.19",
            "resolution 70/1 of 2 May 2015", "in 20 countries", "at the session", "to at least 14 years",
            "on 15 May", "around 2000 people", "ahead of 2031 figures"]  # fmt: skip
QUANTITIES = [
    ("at least 30 per cent of land", "at least 30 per cent", "at least", 30, "%"),
    ("a 70 per cent reduction", "70 per cent", None, 70, "%"),
    ("reduce it by 45%", "by 45%", "by", 45, "%"),
    ("0.7 per cent of income", "0.7 per cent", None, 0.7, "%"),
    ("no more than five per cent", "no more than five per cent", "at most", 5, "%"),
    ("100 billion dollars a year", "100 billion dollars a year", None, 1e11, "USD a year"),
    ("at least $1.3 trillion per year", "at least $1.3 trillion per year", "at least", 1.3e12, "USD a year"),
    ("2,345,600 United States dollars", "2,345,600 United States dollars", None, 2345600, "USD"),
    ("95 per cent or more", "95 per cent or more", "at least", 95, "%"),
    ("keep it at or below 3 per cent", "at or below 3 per cent", "at most", 3, "%"),
    ("raise it from $10 million to $15 million", "from $10 million to $15 million", "to", 1.5e7, "USD"),
    ("RMB 5 million", "RMB 5 million", None, 5e6, "CNY"),
    ("more than double it", "more than double", "more than", 2, "times"),
    ("a sevenfold rise", "sevenfold", None, 7, "times"),
    ("hold between four and six workshops", "between four and six workshops", None, 4, "workshops"),
    ("drive at 30 km/h", "30 km/h", None, 30, "km/h"),
    (
        "below 50 micrograms per cubic metre",
        "below 50 micrograms per cubic metre",
        "less than",
        50,
        "micrograms per cubic metre",
    ),
    ("€50 million", "€50 million", None, 5e7, "EUR"),
    ("reduce by half the number", "by half", "by", 0.5, "times"),
    ("doubling the rate", "doubling", None, 2, "times"),
    ("limit it to 1.5 °C", "to 1.5 °C", "to", 1.5, "°C"),
    ("restore 350 million hectares", "350 million hectares", None, 3.5e8, "hectares"),
    ("appoint five independent experts", "five independent experts", None, 5, "experts"),
    ("raise it to $30 to 35 billion a year", "to $30 to 35 billion a year", "to", 3e10, "USD a year"),
    (
        "to fewer than 10 per 1,000 live births",
        "fewer than 10 per 1,000 live births",
        "less than",
        10,
        "per 1,000 live births",
    ),
    ("reduce deaths to under 250,000", "under 250,000", "less than", 250000, ""),
    ("up to a ceiling of 1,500 troops", "up to a ceiling of 1,500 troops", "at most", 1500, "troops"),
    ("a panel consisting of five members", "five members", None, 5, "members"),
    ("bring underweight to 5%", "to 5%", "to", 5, "%"),
    ("raise the share to 3 per cent", "to 3 per cent", "to", 3, "%"),
    ("cut by one-third", "by one-third", "by", 0.3333, "times"),
    ("Halve the share", "Halve", None, 0.5, "times"),
    ("a group of three Independent Experts", "three Independent Experts", None, 3, "Independent Experts"),
    ("no fewer than 12 States", "no fewer than 12 States", "at least", 12, "States"),
    ("must not exceed 10%", "not exceed 10%", "at most", 10, "%"),
    ("not be lower than 15 million dollars", "not be lower than 15 million dollars", "at least", 1.5e7, "USD"),
    ("from 2030 and 60 per cent of it", "60 per cent", None, 60, "%"),
    ("to at least half its level", "to at least half", "at least", 0.5, "times"),
    ("in excess of 10 per cent of it", "in excess of 10 per cent", "more than", 10, "%"),
    ("at least ten percent (10%) of it", "at least ten percent (10%)", "at least", 10, "%"),
    (
        "below 50 deaths per 1,000 births",
        "below 50 deaths per 1,000 births",
        "less than",
        50,
        "deaths per 1,000 births",
    ),
    ("raise it from 40 to 53 seats", "from 40 to 53 seats", "to", 53, "seats"),
    ("hold 4 to 6 workshops", "4 to 6 workshops", None, 4, "workshops"),
    ("up to its current ceiling of 900 troops", "up to its current ceiling of 900 troops", "at most", 900, "troops"),
    ("elect ten other Members", "ten other Members", None, 10, "Members"),
    ("the Chair and 25 officers", "25 officers", None, 25, "officers"),
    ("deploy 391 police personnel", "391 police personnel", None, 391, "personnel"),
    ("the ceiling of 1,500 military personnel", "1,500 military personnel", None, 1500, "personnel"),
    ("at least 60 ratifications", "at least 60 ratifications", "at least", 60, "ratifications"),
    ("At least 60 ratifications", "At least 60 ratifications", "at least", 60, "ratifications"),
    ("a one-third reduction", "one-third", None, 0.3333, "times"),
    ("ensure that two thirds of posts are filled", "two thirds", None, 0.6667, "times"),
    ("reach nine out of ten children", "nine out of ten", None, 0.9, "times"),
    ("cut it in half", "half", None, 0.5, "times"),
    ("at least double it", "at least double", "at least", 2, "times"),
    ("by a factor of two", "by a factor of two", "by", 2, "times"),
    ("US $5 million", "US $5 million", None, 5e6, "USD"),
    ("raise it to over three times its level", "to over three times", "more than", 3, "times"),
    ("to double the current level ($5 million)", "double", None, 2, "times"),
    ("raise it to three times its level", "to three times", "to", 3, "times"),
    ("from 40 per cent to 20 per cent", "from 40 per cent to 20 per cent", "to", 20, "%"),
    ("between $5 billion and $7 billion", "between $5 billion and $7 billion", None, 5e9, "USD"),
    ("$50 per ton", "$50 per ton", None, 50, "USD a ton"),
    ("between 7 billion and 9 billion dollars", "between 7 billion and 9 billion dollars", None, 7e9, "USD"),
    ("Can$5 million", "Can$5 million", None, 5e6, "CAD"),
    ("50 billion yen", "50 billion yen", None, 5e10, "JPY"),
    ("create two P-4 posts", "two P-4 posts", None, 2, "posts"),
    ("elect 47 member States", "47 member States", None, 47, "States"),
    ("reach 2.5 million refugees", "2.5 million refugees", None, 2.5e6, "refugees"),
]
NO_QUANTITIES = ["with the more than 750,000 people who fled",
                 "the two reports", "resolution 70/1", "paragraph 3 above", "within six months", "double taxation",
                 "by 2030 relative to it", "one or two of them", "Goal 3", "the Board’s four groups",
                 "the three conventions", "comprise four main components", "focus on three priority areas",
                 "the number of schools by 2031", "below 2010 levels", "to avoid double counting",
                 "two sessions"]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "value", "after"), [(*one, "")[:4] for one in TIMES])
def test_times(text, kind, value, after):
    said = f"They act {text}{after} there."
    assert [(said[one.start : one.end], one.kind, one.value) for one in times(said)] == [(text, kind, value)]


# Each time as it stands in the column `deadline`, with what `due` puts around it where it tells nothing alone.
AGAIN = [(text, "{}", kind, value) for text, kind, value, *_ in TIMES] + [
    ("and 1 June 2028", "2000 {}", "date", "2028-06-01"),
    ("of its ninth session", "agenda {}", "session", "9"),
    ("annual", "{} reports", "frequency", "R/P1Y"),
    ("to one week", "limited {}", "period", "P1W"),
    ("by one year", "extend {}", "period", "P1Y"),
]


@pytest.mark.parametrize(("text", "around", "kind", "value"), AGAIN)
def test_a_printed_time_is_read_again_alone(text, around, kind, value):
    said = around.format(text)
    assert [(said[one.start : one.end], one.kind, one.value) for one in times(said)] == [(text, kind, value)]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(text):
    assert list(times(f"They act {text} there.")) == []


@pytest.mark.parametrize(("text", "printed", "comparison", "amount", "unit"), QUANTITIES)
def test_quantities(text, printed, comparison, amount, unit):
    found = [(text[one.start : one.end], *one[2:]) for one in quantities(text)]
    assert found == [(printed, comparison, pytest.approx(amount), unit)]


@pytest.mark.parametrize("printed", [one[1] for one in QUANTITIES])
def test_a_printed_quantity_is_read_again_alone(printed):
    assert [printed[one.start : one.end] for one in quantities(printed)] == [printed]


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_what_is_no_quantity(text):
    assert list(quantities(text)) == []


@pytest.mark.parametrize("one", patterns().values(), ids=lambda one: one.id)
def test_each_pattern_finds_its_examples_and_no_near_miss(one):
    for text, expected in one.examples:
        found = next(one.finditer(text), None)
        assert found is not None, text
        assert found[0] == expected
    assert one.near_misses or one.id == "subject_end"  # every clause ends
    for text in one.near_misses:
        assert one.regex.search(text) is None, text


def test_numbers_and_ordinals():
    assert [number(one) for one in ("1,200", "twenty-five", "0.7", "many")] == [1200, 25, 0.7, None]
    assert [ordinal(one) for one in ("seventy-ninth", "21st", "one hundred and second", "last")] == [79, 21, 102, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("States should adopt a plan by 2030.", [("adopt", "by 2030", None)]),
        ("By 2030, States should adopt a plan.", [("adopt", "By 2030", None)]),
        ("States should reduce emissions by 45 per cent by 2030.", [("reduce", "by 2030", "by 45 per cent")]),
        ("States should apply the rules adopted in 2015.", [("apply", None, None)]),
        (
            "States should meet annually and must submit a list within six months.",
            [("meet", "annually", None), ("submit", "within six months", None)],
        ),
        (
            "The Committee requests the secretariat to prepare a note on the lists referred to in paragraph 3 above "
            "for consideration at its ninth session.",
            [("prepare", "at its ninth session", None)],
        ),
        (
            "States should apply the rules in view of the adoption by the Assembly, at its ninth session, of the plan.",
            [("apply", None, None)],
        ),
        ("At its ninth session, the Committee decided to close the list.", [("close", None, None)]),
        ("States should report to the ninth Session of the Board.", [("report", "to the ninth Session", None)]),
        (
            "The secretariat should submit two notes, by 1 May 2027 and 1 June 2028.",
            [("submit", "by 1 May 2027; and 1 June 2028", "two notes")],
        ),
        ("Some 62 per cent of men use it, and States should close the gap.", [("close", None, None)]),
        (
            "The Board should raise the fund of 4 million dollars annually.",
            [("raise", None, "4 million dollars annually")],
        ),
        (
            "The Board should list the sites and, by 2031, should visit them.",
            [("list", None, None), ("visit", "by 2031", None)],
        ),
        ("The Board should appoint a group composed of up to four experts.", [("appoint", None, "up to four experts")]),
        ("The Board should apply the measures contained in the list for one year.", [("apply", "for one year", None)]),
        (
            "The Board should publish the list, as requested in the Committee at its ninth session.",
            [("publish", None, None)],
        ),
        ("The Board recalled its request at its ninth session to develop a list.", [("develop", None, None)]),
        (
            "The Board should report on the progress made in the work on it to the Assembly at its ninth session.",
            [("report", "at its ninth session", None)],
        ),
        (
            "The Board should apply the list annexed to the note submitted to the Assembly at its ninth session.",
            [("apply", None, None)],
        ),
        ("It answers the Board (BRD)’s request at its ninth session to develop a list.", [("develop", None, None)]),
        ("States should join the Conference on Water in Accra in 2032.", [("join", None, None)]),
        ("The Board should convene the Conference on Water in 2032.", [("convene", "in 2032", None)]),
        ("The Board should follow the strategic plan for 2032–2035.", [("follow", None, None)]),
        ("The Board should prepare for the Conference in 2032.", [("prepare", None, None)]),
        (
            "States should cut waste by 45 per cent and double the share of wind.",
            [("cut", None, "by 45 per cent"), ("double", None, "double")],
        ),
        ("Some 62 per cent of men smoke; States should raise taxes.", [("raise", None, None)]),
        (
            "States should train nurses, noting that 2 million more by 2031 will save many lives.",
            [("train", None, None)],
        ),
        (
            "States should spend at least 15 per cent on health, as agreed in Accra in 2031.",
            [("spend", None, "at least 15 per cent")],
        ),
        (
            "States should spend at least 15 per cent on health, as agreed in Accra, by 2031.",
            [("spend", "by 2031", "at least 15 per cent")],
        ),
        ("States should take steps by 2032 to reduce waste.", [("reduce", "by 2032", None)]),
        ("Efforts should be made, within two years, to close the gap.", [("close", "within two years", None)]),
        ("There is a need by 2032 for a new plan.", [("plan", "by 2032", None)]),
        (
            "States should undertake to cut it by 2032 and to double aid.",
            [("cut", "by 2032", None), ("double", None, "double")],
        ),
        (
            "We reaffirm our commitment to raising yields in line with the Rules, adopted on 6 May 2031, for all.",
            [("raise", None, None)],
        ),
        ("States should note the list, in which the Board extended it until 6 May 2031.", [("note", None, None)]),
        ("States should raise taxes. Each year, some go home.", [("raise", None, None)]),
        ("Meetings should be limited to one week.", [("limit", "to one week", None)]),
        ("States should pay the assessments for 2032.", [("pay", None, None)]),
        ("The Board must not hold more than one meeting a year.", [("hold", "one meeting a year", None)]),
        (
            "The Governing Body requested the Director to report at its 328th (May 2031) Session.",
            [("report", "at its 328th (May 2031) Session", None)],
        ),
        ("The Board decided to return to it at its December meeting.", [("return", "at its December meeting", None)]),
        ("Fares should cost less than 5 per cent of monthly income.", [("cost", None, "less than 5 per cent")]),
        ("Mayors should end the loss by 2031, underpinned by 9 billion dollars.", [("end", "by 2031", None)]),
        ("Mayors should see losses reduced by 30 per cent.", [("see", None, "by 30 per cent")]),
        ("The strategy aims to cut losses by half by 2031.", [("cut", "by 2031", "by half")]),
        ("The pledge is to end losses within 2031.", [("end", "within 2031", None)]),
        ("Peru signed it, agreeing to treat 4 million people by 2031.", [("treat", "by 2031", "4 million people")]),
        ("The bloc has approved a plan to raise the share to 45 per cent.", [("raise", None, "to 45 per cent")]),
        ("The project aims to cut losses.", []),
        ("The plan aims for a 40 per cent reduction in losses.", [("reduce", None, "40 per cent")]),
        ("Peru commits to the goal of halving losses by 2031.", [("halve", "by 2031", "halving")]),
        ("Peru will plant 4 million trees by 2031.", [("plant", "by 2031", "4 million trees")]),
        ("Peru will have 40 million people by 2051.", []),
        ("The Board agreed that the secretariat would meet in May 2031.", [("meet", "in May 2031", None)]),
        ("Peru pledged $5 million to the fund.", [("pledge", None, "$5 million")]),
        ("Peru pledged its support to the fund.", []),
        ("Investment of $4 million in ports is needed until 2031.", [("invest", "until 2031", "$4 million")]),
        ("More support is needed if we are to cut losses by 2031.", [("support", None, None)]),
        ("The Board should publish the plan on 1 May 2031.", [("publish", "on 1 May 2031", None)]),
        ("Fares are not to exceed 5 per cent of wages.", [("exceed", None, "not to exceed 5 per cent")]),
        ("Put it in the Agenda of the Tenth Session. States should note it.", [("note", None, None)]),
        ("It should stand in the Agenda of the Tenth Session.", [("stand", "of the Tenth Session", None)]),
        ("States should apply the Accra Agenda of the Third Conference.", [("apply", None, None)]),
        ("We call for efforts over the next five years to end losses.", [("end", "over the next five years", None)]),
        (
            "The plan includes commitments to cut losses by half and to plant 3 million trees by 2031.",
            [("cut", None, "by half"), ("plant", "by 2031", "3 million trees")],
        ),
    ],
)
def test_whose_deadline_and_quantity_they_are(text, expected):
    assert [(row.lemma, row.deadline, row.quantity) for row in analysed(text).actions] == expected


@pytest.mark.parametrize(
    ("opening", "text", "expected"),
    [
        (
            "Invites",
            "Invites the Board at its ninth session to consider the list;",
            [("consider", "at its ninth session")],
        ),
        ("Requests", "Requests the Board, by 1 March 2031, to publish a list;", [("publish", "by 1 March 2031")]),
        ("Urges", "Urges States, over the next five years, to build roads;", [("build", "over the next five years")]),
        ("Requests", "Requests the Board, as decided at its ninth session, to publish a list;", [("publish", None)]),
        ("Requests", "Requests the Board, established in 2031, to publish a list;", [("publish", None)]),
        ("Invites", "Invites the Chair of the forum in 2031 to publish a list;", [("publish", None)]),
        (
            "Decides",
            "Decides, in order to assist the Board in its work, to establish a panel for a period of two years;",
            [("establish", "for a period of two years")],
        ),
        (
            "Requests",
            "Requests the Board to report on progress made to the Council at its ninth session;",
            [("report", "at its ninth session")],
        ),
        (
            "Requests",
            "Requests the Board to report on the advances achieved to the Council at its session of 2031;",
            [("report", "at its session of 2031")],
        ),
        ("Requests", "Requests the Board to report on the list given to it at its ninth session;", [("report", None)]),
        (
            "Requests",
            "Requests the Board to report to it at its ninth session on progress towards ending hunger by 2040;",
            [("report", "at its ninth session")],
        ),
        (
            "Requests",
            "Requests the Board to report to the Council at its ninth session on progress in achieving it in 2036;",
            [("report", "at its ninth session")],
        ),
        (
            "Requests",
            "Requests the Board to report to the Council at its ninth session on the following issues with a view "
            "to the opening of ports by 2031:",
            [("report", "at its ninth session")],
        ),
        ("Requests", "Requests the Board to report on progress in ending hunger by 2031;", [("report", "by 2031")]),
        ("Recommends", "Recommends the following measures:", []),
        (
            "Requests",
            "Requests the Board to brief it at its ninth session on the following matters:",
            [("brief", "at its ninth session")],
        ),
    ],
)
def test_a_time_between_whom_is_asked_and_what(opening, text, expected):
    assert [(row.lemma, row.deadline) for row in analysed(text, opening).actions] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("to submit a report and to hold a meeting on trade", [(None, None)]),
        ("to submit a report to the Assembly on reefs and to brief the Council on it",
         [("general_assembly", "reefs"), ("council", "it")]),
        ("to provide to the Assembly updates on reefs", [("general_assembly", "reefs")]),
        ("to present a report to the Assembly, including information provided by others on reefs",
         [("general_assembly", None)]),
        ("to report on reefs, pursuant to Human Rights Council resolution 45/28", [(None, "reefs")]),
        ("to prepare, in consultation with States, a report based on notes, on reefs", [(None, "reefs")]),
        ("to include in his next report information on reefs", [(None, "reefs")]),
        ("to keep the Council regularly informed of it", [("council", None)]),
        ("to regularly update Member States on reefs", [("member_states", "reefs")]),
        ("to submit to it, at its ninth session, a report on reefs", [("general_assembly", "reefs")]),
        ("to report back to it on reefs", [("general_assembly", "reefs")]),
        ("to submit a report on it", [(None, "it")]),
        ("to issue a note on the use of such a report", []),
        ("to present a road map for reefs and to report back", [(None, None)]),
        ("to keep the list under review, to update it and to include reefs in the work", []),
    ],
)  # fmt: skip
def test_what_reports_are_on_and_for_whom(text, expected):
    table = reports([analysed(f"Requests the Secretary-General {text};", "Requests")])
    assert [(row["to"], row["about"]) for row in records(table)] == expected


RESOLUTION = (
    "The General Assembly,\n\nRecalling its resolution 70/1,\n\n"
    "1. Requests the Secretary-General to submit to the General Assembly at its seventy-ninth session a report on the "
    "implementation of the present resolution;\n\n"
    "2. Invites Member States to report thereon to the Human Rights Council within six months of the adoption of "
    "the present resolution;\n\n"
    "3. Urges Member States to mobilize at least 100 billion dollars a year by 2030.\n"
)


def resolution(text=RESOLUTION):
    head = Masthead(body="General Assembly", date="31 August 2023", session="Seventy-seventh session")
    return analyse(segment(Document("r", text, masthead=head)))


def records(table):
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_what_is_due():
    found = [
        (row["point"], row["kind"], row["value"], row["date"], row["comparison"], row["amount"], row["unit"])
        for row in records(due([resolution()]))
    ]
    assert found == [
        ("1", "session", "79", "2024/2025", None, None, None),
        ("2", "period", "P6M", "2024-02-29", None, None, None),
        ("3", "date", "2030", "2030", "at least", "100000000000", "USD a year"),
    ]


def test_reports_asked_for():
    found = [(row["who"], row["to"], row["about"], row["when"]) for row in records(reports([resolution()]))]
    assert found == [
        (
            "secretary_general",
            "general_assembly",
            "the implementation of the present resolution",
            "at its seventy-ninth session",
        ),
        (
            "member_states",
            "human_rights_council",
            "thereon",
            "within six months of the adoption of the present resolution",
        ),
    ]


def test_what_is_cited_and_how_often():
    text = RESOLUTION.replace(
        "Recalling its resolution 70/1,", "Recalling its resolution 70/1 and the Paris Agreement,"
    )
    table = cited([resolution(text.replace("by 2030.", "by 2030, as paragraph 1 above and resolution 70/1 say."))])
    assert [row[1:] for row in table.rows] == [
        ("A/RES/70/1", "resolution", 2, "p2 3"),
        ("paris_agreement", "treaty", 1, "p2"),
    ]


@pytest.mark.parametrize(
    ("chapeau", "expected"),
    [
        ("By 2031, States should:", ["By 2031", "by 2033"]),
        ("States should, within five years:", ["within five years", "by 2033"]),
        ("By 2031:", ["By 2031", "by 2033"]),
        ("At its ninth session, the Board asked States to:", [None, "by 2033"]),
        ("The Board recalls the plan adopted in 2031 and urges States to:", [None, "by 2033"]),
        ("States will look at these requests, and reply no later than 1 May 2031:", [None, "by 2033"]),
        ("These requests will be examined by States, which will reply before 1 May 2031:", [None, "by 2033"]),
        ("The Board met in a hall. It is to close by 2031. It urges States to:", [None, "by 2033"]),
        ("To close the gap by 2035, States should:", [None, "by 2033"]),
        ("It asked States, which will answer in time, but no later than 1 May 2031, to:", [None, "by 2033"]),
        ("By 2031, we will:", ["By 2031", "by 2033"]),
        ("States should hold a meeting in 2031 and should:", ["in 2031", None, "by 2033"]),
    ],
)
def test_items_inherit_the_time_of_their_chapeau(chapeau, expected):
    text = f"{chapeau}\n\n(a) States should adopt a plan;\n\n(b) States should close the gap by 2033.\n"
    assert [row.deadline for row in resolution(text).actions] == expected
