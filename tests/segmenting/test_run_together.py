"""Paragraphs on one line: texts from sites that keep a PDF as a line, cells of sheets, line ends that were lost."""

from itertools import pairwise

import pytest

from cnd_tools.records import Document
from cnd_tools.segmenting import segment

FIRST = "The Board of Lamps met at the port of Brest and elected a chair from among its members."
SECOND = "It had before it a note by its secretariat on the state of the lamps of the northern shore."
THIRD = "It recommends that ports lend each other vessels, and that harbour masters be trained for that."


def ids(text: str) -> list[str]:
    return [f"{point.point}{'*' if point.kind == 'heading' else ''}" for point in segment(Document("x", text)).points]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (f"1. {FIRST} 2. {SECOND} 3. {THIRD}\n", ["1", "2", "3"]),
        (f"LAMPS {FIRST} 1. {FIRST} 2. {SECOND} 3. {THIRD}\n", ["p1", "1", "2", "3"]),
        (f"1.{FIRST} 2.{SECOND} 3.{THIRD}\n", ["1", "2", "3"]),
        # Titles between them, with a label and without, are parted too.
        (f"1. {FIRST} II. Notes 2. {SECOND} Training of masters 3. {THIRD}\n", ["1", "p1*", "2", "p2*", "3"]),
        # A line end was lost here and there.
        (f"1. {FIRST}\n\n2. {SECOND} 3. {THIRD}\n\n4. {FIRST}\n", ["1", "2", "3", "4"]),
        # Lists in what is parted.
        (
            f"1. {FIRST} 2. {SECOND} 3. They should: (a) Lend nets; (b) Train masters; and (c) Report. 4. {THIRD}\n",
            ["1", "2", "3", "3(a)", "3(b)", "3(c)", "4"],
        ),
        # Each page is a line with its number before it.
        (f"1 LAMPS A note\n\n2 I. Ports 1. {FIRST} 2. {SECOND}\n\n3 3. {THIRD} 4. {FIRST}\n",
         ["p1*", "p2*", "1", "2", "3", "4"]),
        (f"Ports should: • {THIRD} • {SECOND} • {FIRST}\n", ["p1", "p1[1]", "p1[2]", "p1[3]"]),
        (f"4. It asked:\n– to lend vessels over winter; – to train masters; and – to report.\n5. {FIRST}\n",
         ["4", "4[1]", "4[2]", "4[3]", "5"]),
        (f"4. It asked:\n– to lend vessels; – to train masters of harbours; – to report.\n5. {FIRST}\n",
         ["4", "4[1]", "4[2]", "4[3]", "5"]),
        ("Ports – large ones; small ones – have lamps: they burn – as a rule – at night.\n", ["p1"]),
        # Near misses: too few, too short, not in order, numbers of something else, or numbers that begin lines as well.
        (f"{FIRST} 1. {SECOND} 2. {THIRD}\n", ["p1"]),
        ("The steps are: 1. Lamps. 2. Nets. 3. Ports.\n", ["p1"]),
        (f"1. {FIRST} 3. {SECOND} 5. {THIRD}\n", ["1"]),
        (f"{FIRST[:-1]} by rule 1. {SECOND[:-1]} by rule 2. {THIRD[:-1]} by rule 3. It ended.\n", ["p1"]),
        (f"1. {FIRST}\n\n2. {SECOND} See rule. 3. {FIRST}\n\n3. {THIRD}\n\n4. {FIRST}\n", ["1", "2", "3", "4"]),
        (f"{FIRST} • {SECOND}\n", ["p1"]),
        (f"{FIRST}\nTable 1. {FIRST}\n{SECOND}\nTable 2. {SECOND}\n{THIRD}\nTable 3. {THIRD}\n{FIRST}\n",
         ["p1", "p2", "p3", "p4", "p5", "p6", "p7"]),
        (f"{FIRST} Bulletin No. 1. {SECOND} Bulletin No. 2. {THIRD} Bulletin No. 3. {FIRST}\n", ["p1"]),
        (f"{FIRST} Paris, vol. 1. {SECOND} Rome, vol. 2. {THIRD} Bonn, vol. 3. {FIRST}\n", ["p1"]),
        ("Votes: - 5 ports; - 3 boards; - 1 master.\n", ["p1"]),
        ("A" + " " * 300 + "1. The Board met.\n", ["A"]),
    ],
)  # fmt: skip
def test_paragraphs_on_one_line_are_parted(text, points):
    assert ids(text) == points


AGENDA = f"1. {FIRST} 2. {SECOND} 3. {THIRD}"


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (f"1. It adopted its agenda: {AGENDA} 2. {SECOND} 3. {THIRD}\n", ["1", "2", "3"]),
        (f"1. {FIRST} 2. It took up three matters: {AGENDA} 3. {THIRD} 4. {FIRST}\n", ["1", "2", "3", "4"]),
        (f"1. {FIRST} 2. {SECOND} 3. These were chosen: {AGENDA} 4. {THIRD}\n", ["1", "2", "3", "4"]),
        # Near miss: what the colon ends has no number of its own.
        (f"The Board adopted its agenda: {AGENDA}\n", ["p1", "1", "2", "3"]),
    ],
)
def test_a_list_inside_a_paragraph_counts_by_itself(text, points):
    assert ids(text) == points


@pytest.mark.parametrize(
    ("text", "points"),
    [
        # Sentences that end in a number.
        (f"{FIRST[:-1]} with lamp 1. {SECOND} In 2020 it met 2. {THIRD} Then the ports lent 3. {FIRST}\n", ["p1"]),
        (f"{FIRST} They built 1. {SECOND} They had 2. {THIRD} There were 3. {FIRST}\n", ["p1"]),
        # Numbers of what is cited.
        (f"{FIRST} It admits count 1. {SECOND} It denies charge 2. {THIRD} It makes claim 3. {FIRST}\n", ["p1"]),
        (f"{FIRST} So in phase 1. {SECOND} So in stage 2. {THIRD} So in tier 3. {FIRST}\n", ["p1"]),
        # Works that are listed, and initials.
        (f"See: 1. Smith, J., {FIRST} 2. Jones, K. L., {SECOND} 3. O’Hara, M., {THIRD}\n", ["p1"]),
        (f"See: 1. J. Smith and K. Jones, {FIRST} 2. A.-M. Brown, {SECOND} 3. Port Board, {THIRD}\n", ["p1"]),
        (f"{FIRST} With J. 1. {SECOND} With K. 2. {THIRD} With L. 3. {FIRST}\n", ["p1"]),
        # Near misses: titles, and paragraphs that begin with a name.
        (f"1. {FIRST} Lamps of the bay 2. {SECOND} Phases of the work 3. {THIRD}\n", ["1", "p1*", "2", "p2*", "3"]),
        (f"1. Brest, A Port, lends. {FIRST} 2. {SECOND} 3. Mr. Smith, J., asked. {THIRD}\n", ["1", "2", "3"]),
    ],
)
def test_numbers_that_begin_no_paragraph(text, points):
    assert ids(text) == points


BODY = "The General Assembly, "
RECITALS = [
    "Recalling its decisions on the lamps of the northern shore and on the nets of all ports of the bay,",
    "Deeply concerned at the state of the lamps of the ports of the bay, which do not burn in winter,",
    "Having considered the report of the Board of Lamps, and noting what is said in it of harbour masters,",
]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (f"{BODY}{' '.join(RECITALS)} 1. {FIRST} 2. {SECOND} 3. {THIRD}\n", ["p1", "p2", "p3", "p4", "1", "2", "3"]),
        (
            f"Lamps {BODY}{' '.join(RECITALS)} Requests ports to lend lamps; Decides to meet again.\n",
            ["p1*", "p2", "p3", "p4", "p5", "p6", "p7"],
        ),
        (
            f"{' '.join(RECITALS).replace('bay,', 'bay;')} Expressing its thanks to ports,\n\n1. {FIRST}\n",
            ["p1", "p2", "p3", "p4", "1"],
        ),
        # The text has an end for the last recital, and a label for its heading.
        (
            f"1. {FIRST} 2. {SECOND} II. Plan of Action 3. {THIRD} See the Plan of Action. 4. {FIRST}\n",
            ["1", "2", "p1*", "3", "4"],
        ),
        # Near misses: too few, small letters, names.
        (f"{BODY}{RECITALS[0]}\n", ["p1"]),
        (
            f"{BODY}recalling its decisions, noting the report of the Board, urging ports to lend nets, met. {FIRST}\n",
            ["p1"],
        ),
        (
            f"{FIRST} They were Brest, Bangor, Kiel, Nanjing, Beijing, Reading and Worthing, lending nets. {SECOND}\n",
            ["p1"],
        ),
    ],
)
def test_a_preamble_on_one_line_is_parted(text, points):
    assert ids(text) == points


def test_every_character_has_its_place():
    text = f"7 Lamps\n\n8 I. Ports 1. {FIRST} 2. {SECOND} Nets 3. Ports should: (a) Lend; (b) Train. 4. {THIRD}\n"
    made = segment(Document("x", text))
    assert sum(made.ledger.values()) == len(text)
    assert all(before.end <= after.start for before, after in pairwise(made.points))


def test_a_number_alone_on_its_line_is_a_label():
    """Sites set it so; in a bullet's paragraph above it no full stop tells where that ends."""
    text = (
        "• Interaction of the ports that lie on the northern shore\nwith boards and other bodies that keep lamps\n"
        "1.\nLending of vessels among the ports that lie on that\nshore is an important part of their work.\n"
        "2.\nThe part of boards should be settled by the ports.\n"
    )
    assert ids(text)[1:] == ["1", "2"]
