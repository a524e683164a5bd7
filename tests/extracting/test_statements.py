"""What is said in the first person by one: national statements, and records that print a name before what is said."""

from __future__ import annotations

import pytest

import cnd_tools
from cnd_tools.pipeline import analyse
from cnd_tools.segmenting import segment

RECORD = """Chair: Good morning.

Peru: We support the text. My delegation would like to stress that ports need lamps.

We would urge all States to lend vessels.

Chad: I cannot accept this paragraph. Our Government can support the proposal of Peru.
"""
STATEMENT = """Statement by Norway

Mr. Chair,

We thank the secretariat. I must stress that costs have grown.
"""


def positions(text: str) -> list[tuple[str | None, str, str, str]]:
    found = analyse(segment(cnd_tools.document(text))).positions
    return [(one.source, one.verb, one.extent, one.stance) for one in found]


def test_who_has_a_name_before_it_speaks():
    assert positions(RECORD) == [
        ("per", "support", "one", "support"),
        ("per", "stress", "one", "report"),
        ("per", "urge", "one", "report"),
        ("tcd", "accept", "one", "oppose"),
        ("tcd", "support", "one", "support"),
    ]


ABOVE = """**Chair | Ana Lind**

I thank Chad.

**Chad | Representative | (African Group)**

We support the text.

**Mr. Roa (Peru)**

We cannot accept this paragraph.

**Secretariat | Clerk**

We thank you.
"""


def test_a_name_on_a_line_of_its_own_speaks_below(tmp_path):
    (tmp_path / "record.md").write_text(ABOVE, "utf-8")
    found = analyse(segment(cnd_tools.reading.read(tmp_path / "record.md"))).positions
    assert [(one.source, one.verb) for one in found] == [
        ("chair", "thank"), ("african_group", "support"), ("per", "accept"), ("secretariat", "thank")
    ]  # fmt: skip


def test_whom_brackets_name_speaks_in_a_verbatim_record():
    record = "Mr. Lind (Norway): We support the text.\n\nMs. Ana Roa (Peru) (spoke in Spanish): We thank the Board.\n"
    assert [source for source, *_ in positions(record) if source and not source.startswith("person")] == ["nor", "per"]


def test_a_statement_is_of_whom_its_title_names():
    assert positions(STATEMENT) == [("nor", "thank", "one", "support"), ("nor", "stress", "one", "report")]


def test_a_joint_statement_is_not_of_one():
    joint = "Joint statement by Peru and Chad\n\nWe urge States to act."
    formula = "Statement by Peru\n\nWe, the Leaders of Peru and Chad, met.\n\nWe urge States to act."
    assert positions(joint) == [(None, "urge", "unqualified", "report")]
    assert positions(formula)[-2:] == [("per", "urge", "consensus", "report"), ("tcd", "urge", "consensus", "report")]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Mexico would like to stress the need for lamps.", ["stress"]),
        ("The observer for Peru would wish to thank the Board.", ["thank"]),
        ("The fund would continue to report on lamps.", []),
        ("We would urge all States to lend vessels.", ["urge"]),
        ("We can support this proposal.", ["support"]),
        ("We can support ports that have no lamps.", ["support"]),
        ("The fund can support ports that have no lamps.", []),
        ("The Board would urge ports to lend vessels if it were asked.", []),
    ],
)
def test_what_is_said_in_saying_so(text, verbs):
    assert [verb for _, verb, *_ in positions(text)] == verbs


def test_what_must_be_stressed_is_no_demand():
    found = analyse(segment(cnd_tools.document("I must stress that States should lend vessels.")))
    assert [one.lemma for one in found.actions] == ["lend"]


def test_the_item_of_an_agenda_demands_nothing():
    text = "Item 5. Plan of Action\n\n(a) Demand reduction and related measures;\n\n(b) Trade;\n"
    assert analyse(segment(cnd_tools.document(text))).actions == ()


def test_who_speaks_under_an_unlisted_name_is_nobody_above():
    text = "Peru: We support it.\n\nChad: I thank the Chair.\n\nHarm Watch: We urge States to act.\n"
    assert [source for source, *_ in positions(text)] == ["per", "tcd", "harm_watch"]


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("Statement by the Delegation of the State of Eritrea at the 4th Session of the African Union", "eri"),
        ("It is an honour to deliver this statement on behalf of the Africa Group of Member States.", "african_group"),
        ("STATEMENT BY H.E. ANA LIND, PERMANENT REPRESENTATIVE OF PERU TO THE UNITED NATIONS", "per"),
    ],
)
def test_whose_statement_it_is(title, source):
    assert positions(f"{title}\n\nWe urge States to act.\n")[-1][0] == source


def test_a_numeral_is_nobody():
    found = positions("Statement by Norway\n\nSchedule I calls for licences, and I thank the Chair.\n")
    assert [(source, verb) for source, verb, *_ in found if source == "nor"] == [("nor", "thank")]
