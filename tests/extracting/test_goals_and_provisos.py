"""Goals that are listed as nouns, with when and how much; and which of several verbs has a proviso."""

import pytest

from cnd_tools.pipeline import analyse
from cnd_tools.records import Document
from cnd_tools.segmenting import segment
from one_point import analysed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We, ministers of the island States,\n\n1. We adopt the following goals:\n\n(a) Reduction of losses by one "
            "third by 2031;\n\n(b) A halving of waste;",
            [("reduce", "by 2031", "by one third"), ("halve", None, "halving")],
        ),
        (
            "Goals for the year 2031:\n\n1. A one-third reduction in losses.\n\n2. Eradication of moths by 2033.",
            [("reduce", None, "one-third"), ("eradicate", "by 2033", None)],
        ),
        (
            "We set the following targets for 2031:\n\n(a) Significantly increase access to lamps;\n\n(b) 80 per cent "
            "of villages have a road by 2028;\n\n(c) Fewer than 200,000 falls a year.",
            [("increase", None, None), ("have", "by 2028", "80 per cent"), ("fall", None, "Fewer than 200,000 falls")],
        ),
        (
            "The targets are as follows:\n\n1. By 2031, all ships have a lamp.\n\n2. Losses to be cut by half.",
            [("have", "By 2031", None), ("cut", None, "by half")],
        ),
        (
            "Objective 1: To halve losses by 2031.\n\nObjective 2: Ninety per cent of ports publish a list.",
            [("halve", "by 2031", "halve"), ("publish", None, "Ninety per cent")],
        ),
        (
            "We, ministers of the island States,\n\n1. We reaffirm the goal of cutting losses by half by 2031.\n\n"
            "2. We recall the goal of doubling aid by 2033.\n\n3. We reaffirm the goal of ending losses.\n\n"
            "4. We set a target of 40 per cent by 2032.\n\n5. We pledge $5 million to the fund.\n\n"
            "6. We aim for a 30 per cent reduction in losses.",
            [
                ("cut", "by 2031", "by half"),
                ("set", "by 2032", "40 per cent"),
                ("pledge", None, "$5 million"),
                ("reduce", None, "30 per cent"),
            ],
        ),
        ("Sustainable Development Goals\n\n1. In 2031, 40 per cent of ports have a lamp.", []),
        ("Target 1: The Board recalled its list.\n\nTarget 2: Losses of nets.", []),
        ("The objectives of the meeting were:\n\n1. A review of losses in 2031.\n\n2. Exchange of lamps.", []),
    ],
)
def test_goals_that_are_listed_as_nouns(text, expected):
    actions = analyse(segment(Document("text", text))).actions
    assert [(row.lemma, row.deadline, row.quantity) for row in actions] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Requests the Board to help, upon request, States and to publish a list;", ["upon request", None]),
        ("Requests the Board, upon request, to help States and to publish a list;", ["upon request", "upon request"]),
        ("Requests the Board to publish a list and, upon request, to help States;", [None, "upon request"]),
        ("Encourages States to review and align their terms, as appropriate;", ["as appropriate", "as appropriate"]),
    ],
)
def test_whose_proviso_it_is(text, expected):
    assert [row.condition for row in analysed(text, text.split()[0]).actions] == expected
