"""Constructions, each in a text of its own: what comes of it as (point, kind, text)."""

import pytest

from cnd_tools.records import Document
from cnd_tools.segmenting import segment


def rows(text, **more):
    done = segment(Document("x", text, **more))
    assert sum(done.ledger.values()) == len(text)
    assert done.ledger["none"] == 0
    return [(point.point, point.kind, point.text) for point in done.points]


def ids(text, **more):
    return [row[0] for row in rows(text, **more)]


def codes(text):
    return [(notice.line, notice.code) for notice in segment(Document("x", text)).notices]


LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("a b c d e f g h i j", "a b c d e f g h i j"),
        ("a b i ii iii c", "a b b(i) b(ii) b(iii) c"),
        ("a b c d e f g h: i ii i j", "a b c d e f g h h(i) h(ii) i j"),
        ("a b c d e f g h: i", "a b c d e f g h h(i)"),
        ("a b c d e f g h i", "a b c d e f g h i"),
        ("a b c d e f g h i ii", "a b c d e f g h h(i) h(ii)"),
        ("a b c d e f g h: i j", "a b c d e f g h i j"),
        ("a: i ii iii iv v vi b", "a a(i) a(ii) a(iii) a(iv) a(v) a(vi) b"),
        (" ".join(LETTERS) + " aa bb cc", " ".join(LETTERS) + " aa bb cc"),
        (" ".join(LETTERS) + " aa ab ac", " ".join(LETTERS) + " aa ab ac"),
        ("a: i: aa bb ii b", "a a(i) a(i)(aa) a(i)(bb) a(ii) b"),
        ("1: a b 2: a", "1 1(a) 1(b) 2 2(a)"),
    ],
)
def test_letters_and_roman_numerals_are_told_apart(signs, expected):
    items = "\n\n".join(f"({sign.rstrip(':')}) Text{':' if sign.endswith(':') else ';'}" for sign in signs.split())
    want = ["4", *("4" + "".join(f"({part})" for part in one.rstrip(")").replace(")(", "(").split("("))
                   for one in expected.split())]  # fmt: skip
    assert ids(f"4. They are:\n\n{items}\n\n5. It ended.\n") == [*want, "5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 It met.\n\n2 It rose.\n\n3 There were 24.\n", ["1", "2", "3"]),
        ("16. General.\n\n16.1 One.\n\n16.2 Two:\n\n(a) A.\n\n17. Others.\n", ["16", "16.1", "16.2", "16.2(a)", "17"]),
        ("§ 1 One.\n\n§ 2 Two.\n", ["1", "2"]),
        ("4.2 They:\n\n.1 met:\n\n.1.1 at six;\n\n.1.2 at ten;\n\n.2 rose.\n\n4.3 It:\n\n.1 met;\n\n.2 rose.\n",
         ["4.2", "4.2.1", "4.2.1.1", "4.2.1.2", "4.2.2", "4.3", "4.3.1", "4.3.2"]),
        ("1. It fell to\n.5 of it, or\n.6.\n\n2. It rose.\n", ["1", "2"]),
        ("1) One:\n\na) A;\n\nb) B.\n\n2) Two.\n", ["1", "1(a)", "1(b)", "2"]),
        ("2. Two.\n\n2 bis. More.\n\n3. Three:\n\n(a) A;\n\n(a) bis A2;\n\n(b) B.\n",
         ["2", "2 bis", "3", "3(a)", "3(a bis)", "3(b)"]),
        ("Article 1\nScope\n\n1. It binds.\n\n2. It lasts.\n\nArticle 2\nTerms\n\n1. “Act” means act.\n",
         ["Article 1", "Article 1(1)", "Article 1(2)", "Article 2", "Article 2(1)"]),
        ("Article 1\nTerms\n\nIn this Treaty:\n\n(a) “Act” means act;\n\n(b) “Rule” a rule.\n\nIt shall:\n\n(a) Bind;",
         ["Article 1", "p1", "Article 1(a)", "Article 1(b)", "p2", "p2(a)"]),
        ("I. AGREES to act;\n\nII. RECOMMENDS to:\n\n1. Invest:\n\na) wisely;\n\n2. Report.\n\nIII. INVITES all.",
         ["I", "II", "II(1)", "II(1)(a)", "II(2)", "III"]),
        ("1. They met:\n\nI. In Lima;\n\nII. In Rome.\n\n2. They left.\n", ["1", "1(I)", "1(II)", "2"]),
        ("1.\n\n2. It met.\n\n3. It rose.\n", ["1", "2", "3"]),
        ("1. URGES:\n\n(1) to act:\n\n(a) now;\n\n(b) well;\n\n(2) to report;\n\n2. ASKS.\n",
         ["1", "1(1)", "1(1)(a)", "1(1)(b)", "1(2)", "2"]),
        ("4. These:\n\n• One;\n\n• Two:\n\n– Sub;\n\n– Sub.\n\n5. End.\n",
         ["4", "4[1]", "4[2]", "4[2][1]", "4[2][2]", "5"]),
        ("1. (a) Each shall act.\n\n(b) Each shall report.\n\n2. It enters into force.\n", ["1", "1(a)", "1(b)", "2"]),
        ("7. Seven:\n\n(c)\nThe third;\n\n(d)\n\nThe fourth.\n\n8.\nEight.\n", ["7", "7(c)", "7(d)", "8"]),
    ],
)  # fmt: skip
def test_every_way_of_numbering(text, expected):
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Agreed.\n\nAnnex\n\nMandate\n\n1. It shall:\n\n(a) meet;\n\n(b) report.\n\n2. It ends.\n",
         ["1", "p1", "p2", "s2:1", "s2:1(a)", "s2:1(b)", "s2:2"]),
        ("1. One.\n\nA heading\n\n2. Two:\n\n(a) A;\n\nAnother heading\n\n(b) B.\n",
         ["1", "p1", "2", "2(a)", "p2", "2(b)"]),
        ("The meeting noted:\n\n(a) One;\n\n(b) Two.\n\nIt then agreed on:\n\n(a) Three.\n",
         ["p1", "p1(a)", "p1(b)", "p2", "p2(a)"]),
        ("Members\n\n• Chile\n\n• Togo\n\nObservers\n\n• Malta.\n", ["p1", "p1[1]", "p1[2]", "p2", "p2[1]"]),
    ],
)  # fmt: skip
def test_series_go_on_and_begin_again(text, expected):
    assert ids(text) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "The Council recalled what had been said in the year of\n"
            "(1990) and in resolution\n661\n(1990) of 6 August, and"
        ),
        (
            "The Committee took up as its first matter agenda item\n"
            "13 (b) and thereafter, as was planned before, item 13\n(b)"
        ),
        (
            "The Party shall see to it, as is set out in paragraph\n"
            "4. That it did so was noted by all, as in paragraph\n5 (a),"
        ),
        (
            "It came to three results in those years, and after the\n"
            "1. January, the others having been put off, it rose and"
        ),
        (
            "The temperature rose, in the judgement of the panel, by\n"
            "2.5 degrees and will go on to rise, the panel holds, as"
        ),
        (
            "It was a long debate in the course of which the Chair –\n"
            "– having asked for silence – read out a letter, and it"
        ),
    ],
)
def test_a_number_where_the_printer_broke_the_line_begins_nothing(sentence):
    text = f"3. {sentence}\nthis went on for some time until it was adjourned at six.\n\n4. It met again.\n"
    assert ids(text) == ["3", "4"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3. Decides that rule 2 shall read:\n\n“1. It meets.\n\n2. It elects a chair.”\n\n4. Asks for a report.\n",
         [("3", "Decides that rule 2 shall read: “1. It meets. 2. It elects a chair.”"), ("4", "Asks for a report.")]),
        ("1. The text is:\n\n“(a) One;\n\n(b) Two.”\n\n(a) And this.\n",
         [("1", "The text is: “(a) One; (b) Two.”"), ("1(a)", "And this.")]),
        ("1. The words are:\n\n“Peace” and “order”.\n\n2. So it is.\n",
         [("1", "The words are: “Peace” and “order”."), ("2", "So it is.")]),
    ],
)  # fmt: skip
def test_what_is_quoted_stays_in_its_point(text, expected):
    assert [(id_, said) for id_, _, said in rows(text)] == expected


def test_a_point_goes_on_over_page_foot_and_notes():
    text = (
        "       1.    Takes note of the report of the Board1 and of the wish of the Parties to it\n"
        "  to bring the matter to the\n_____________\n   1 A/1, and:\n     (a) A/2;\n     (b) A/3.\n\n"
        "19-01234                              1/2\nA/RES/9/9          On matters\n\n"
        "  Council, in which it had been raised.\n\n       2.    Calls for action.\n"
    )
    assert rows(text) == [
        ("1", "numbered", "Takes note of the report of the Board and of the wish of the Parties to it to bring the"
                          " matter to the Council, in which it had been raised."),
        ("n1", "note", "A/1, and: (a) A/2; (b) A/3."),
        ("2", "numbered", "Calls for action."),
    ]  # fmt: skip


def test_facing_pages_have_margins_of_their_own():
    text = (
        "          1.   The delegation said that it had signed the treaty in the year before with\n"
        "          Norway. It held that the treaty was of use to all who had signed an agreement with\n\n3\n\f"
        "Austria to make sure of it. In the view of the delegation this would be so for a long\n"
        "time to come.\n2.   It thanked the members of the Working Group for the questions that they had put.\n"
        "It would come back to them.\n3.   It rose.\n"
    )
    assert [row[0] for row in rows(text)] == ["1", "2", "3"]


def test_a_table_of_contents_and_a_table_are_no_points():
    text = (
        "Contents\n\n           Page\nI. Opening .......... 2\nII. Work of the group\nand of its members .... 4\n\n"
        "I. Opening\n\n1. The figures are:\n\nState     2019    2020\nChad      12      14\nPeru      22      25\n\n"
        "A. Members\n\n2. They are ten.\n\nII. Work\n\n3. It goes on.\n"
    )
    done = segment(Document("x", text))
    assert [(point.point, point.section) for point in done.points if point.kind == "numbered"] == [
        ("1", "I. Opening"),
        ("2", "I. Opening > A. Members"),
        ("3", "II. Work"),
    ]
    assert [notice.code for notice in done.notices] == ["table"]
    kept_out = [*text.splitlines(keepends=True)[:6], *text.splitlines(keepends=True)[11:14]]
    assert done.ledger["furniture"] == sum(len(line) for line in kept_out if line.strip())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. One.\n\n3. Three.\n", [(3, "gap")]),
        ("1. One.\n\n2. Two.\n\n2. Two.\n", [(5, "repeat")]),
        ("3. One.\n\n4. Two.\n\n2. Three.\n", [(5, "order")]),
        ("1. One:\n\n(a) A;\n\n(d) D.\n", [(5, "gap")]),
        ("1. One.\n\nA loose paragraph.\n\n2. Two.\n", [(3, "unplaced")]),
        ("14. It goes on.\n\n15. It ends.\n", []),
        ("", [(1, "empty")]),
    ],
)
def test_what_is_wrong_with_the_numbering_is_said_with_its_line(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_gives_the_same_points_and_lines(end):
    text = "1. One and\nthe same.\n\n2. Two:\n\n(a) A;\n(b) B.\n".replace("\n", end)
    done = segment(Document("x", text))
    assert [(point.point, point.line) for point in done.points] == [("1", 1), ("2", 4), ("2(a)", 6), ("2(b)", 7)]


def test_a_resolution_has_preamble_and_openings():
    text = (
        "The Commission on Narcotic Drugs,\n\nRecalling its resolution 50/1,\n\nDeeply concerned by the harm:\n\n"
        "(a) To health;\n\n1. Calls upon States to act;\n\n2. Also requests, in this regard, a report.\n"
    )
    done = segment(Document("x", text))
    assert [(point.kind, point.opening) for point in done.points] == [
        ("unnumbered", None), ("preambular", "Recalling"), ("preambular", "Deeply concerned"), ("lettered", None),
        ("numbered", "Calls upon"), ("numbered", "Also requests"),
    ]  # fmt: skip


def test_the_preamble_of_a_treaty_ends_at_its_first_article():
    text = "Preamble\n\nThe Parties,\n\nHave agreed as follows:\n\nArticle 1\n\n1. It binds.\n"
    sections = {point.point: point.section for point in segment(Document("x", text)).points}
    assert sections == {"p1": None, "p2": "Preamble", "p3": "Preamble", "Article 1": None, "Article 1(1)": None}


def test_a_report_has_no_openings():
    text = "It opened.\n\n1. Participants rose.\n\n2. Noting that, the Chair spoke, and was heard.\n\nRequests came.\n"
    assert {point.opening for point in segment(Document("x", text)).points} == {None}


def test_we_the_heads_of_state_therefore():
    text = "We, the Ministers, meeting in Accra, therefore:\n\n1. Reaffirm the right to peace;\n\n2. Call for it.\n"
    openings = [(point.point, point.opening) for point in segment(Document("x", text)).points]
    assert openings == [("p1", None), ("1", "Reaffirm"), ("2", "Call for")]
