"""The forms in which bodies beside the United Nations set their texts: labels and kinds of the points, in order."""

import pytest

from cnd_tools.records import Document
from cnd_tools.segmenting import segment

SHORT = {
    "preambular": "p",
    "numbered": "n",
    "lettered": "l",
    "roman": "r",
    "bulleted": "b",
    "unnumbered": "u",
    "heading": "h",
}


def points(text):
    """Return the points of a text whose paragraphs are parted by strokes."""
    return segment(Document("x", text.replace("|", "\n\n") + "\n")).points


FORMS = [
    # The Organization of American States gives its reasons by "That", and closes the last but one by "and".
    ("The Assembly,|CONSIDERING:|That ports are few;|That lamps are dear; and|That fog is here,|1. To meet.", "uppppn"),
    ("The Assembly,|CONSIDERING:|That the ports are few, as\nthe Board of Lamps said; or|That fog is here,|1. To meet.",
     "upppn"),
    ("Members said:|That Lamp Over the Bay and|1. It met.", "uhn"),
    # The European Parliament recites in lower case, the International Labour Organization adopts so.
    ("The Conference,|having regard to its rules,|having regard to the report,|1. Calls on ports to open;", "uppn"),
    ("The Conference,|Having met at Porto, and|Having decided it,|adopts this day the following:|1. Open.", "uppun"),
    ("It asked the ports of the bay,|but not those of the sea, to open.|They did.", "uu"),
    # The International Atomic Energy Agency recites in letters, the Ramsar Convention in numbers.
    ("The Conference,|(a) Recalling its rules,|(b) Noting the report,|1. Requests a list.", "ulln"),
    ("1. RECALLING its rules;|THE CONFERENCE OF THE PORTS|2. ADOPTS the list.", "nhn"),
    # What is under "we commit to:" is to be done, though it opens as recitals do.
    ("We, Ministers of Ports:|Recognizing that lamps are dear;|Noting the report;|Declare our intent to act on these "
     "aims:|Promoting lamps in every port;|Supporting harbour masters;|To this end, we commit to:|Continue to lend;|"
     "Building ports.", "uppuuuuuu"),
    ("The Conference,|Recalling its rules,|Noting this report:|Promoting lamps,|1. Requests a list.", "upppn"),
    # Old treaties count by degrees, texts from Spanish put a dash after the stop.
    ("Art. 1. It is forbidden:|1° to take nests;|2° to sell eggs.|Art. 2. It ends.", "nnnn"),
    ("The Board agrees:|1º To meet;|2º To part.", "unn"),
    ("It was 12\n° of frost.|It thawed.", "uu"),
    ("Article 1.- Purpose|1.- Ports shall open.|2.- They shall close.|Article 2.- Lamps|1.- Lamps burn.", "nnnnn"),
    ("1.-2. of May were holidays.|It rained.", "uu"),
    # Titles with letters over numbers that run on, or begin anew; items of a list end otherwise, or are introduced.
    ("1. Ports are few.|a) Lamps|2. Lamps burn.|b) Nets|3. Nets tear.", "nhnhn"),
    ("I. Ports|(a) Lamps|1. Lamps burn.|(b) Nets|1. Nets tear.", "hhnhn"),
    ("1. Ports need:|a) Lamps|2. Lamps burn.", "nln"),
    ("1. Ports need much.|a) Lamps|b) Nets|2. Lamps burn.", "nlln"),
    # A heading with a letter over one without, in a text of wrapped lines.
    ("A. Ports and their lamps|Lamps in ports and bays|1. The ports which lie on the\nnorth shore of it met.", "hhn"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), FORMS)
def test_kinds_in_forms_of_other_bodies(text, kinds):
    assert "".join(SHORT[point.kind] for point in points(text)) == kinds


OPENINGS = [
    (
        "The Conference,|(a) Recalling its rules,|(b) Noting the report,|1. Requests a list.",
        "Recalling Noting Requests",
    ),
    ("The Conference,|– having regard to its rules,|A. whereas fog is thick;|1. Regrets it;", "having-regard Regrets"),
    ("1. RECALLING its rules;|2. AWARE of fog;|THE CONFERENCE OF THE PORTS|3. ADOPTS it;", "RECALLING AWARE ADOPTS"),
    ("THE CONFERENCE OF THE PORTS|3. ADOPTS the list;", "ADOPTS"),
    ("The Conference of the Ports|1. Speakers noted fog.|2. Recalling the fog, they left.", ""),
    ("1. Recalling is hard.|2. Noting is easy.", ""),
]


@pytest.mark.parametrize(("text", "expected"), OPENINGS)
def test_openings_in_forms_of_other_bodies(text, expected):
    assert " ".join(point.opening.replace(" ", "-") for point in points(text) if point.opening) == expected


def test_running_heads_of_the_african_union():
    head = "Assembly/AU/Dec.7(IX)\nPage {}|"
    text = f"The Assembly,|1. TAKES NOTE of it;|{head.format(2)}2. DECIDES to meet;|{head.format('iii')}3. ENDS."
    assert [point.text for point in points(text)] == ["The Assembly,", "TAKES NOTE of it;", "DECIDES to meet;", "ENDS."]


def test_capital_letters_are_no_list_inside_a_bullet():
    text = "The Board,|– having regard to it,|– having regard to fog,|A. whereas it lies;|B. whereas it pays;|1. Ends."
    assert [point.point for point in points(text)] == ["p1", "p1[1]", "p1[2]", "p1(A)", "p1(B)", "1"]
