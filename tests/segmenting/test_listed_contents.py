"""Contents without page numbers, whose entries come again as headings."""

import pytest

from cnd_tools.records import Document
from cnd_tools.segmenting import segment

BODY = "1. The Chair opened the session.\n\nADOPTION OF THE AGENDA\n\n2. The agenda was adopted.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CONTENTS\n\nOPENING OF THE SESSION\n\nADOPTION OF THE AGENDA (continued)\n\n"
         f"The meeting was called to order at noon.\n\nOpening of the session\n\n{BODY}",
         ["The meeting was called to order at noon.", "Opening of the session"]),
        # Entries that were wrapped.
        ("Contents\nOPENING OF THE SESSION AND ELECTION OF\nOFFICERS\nADOPTION OF THE AGENDA\n\n"
         f"Opening of the session and election of officers\n\n{BODY}",
         ["Opening of the session and election of officers"]),
        # A heading of that name over text that comes once.
        (f"CONTENTS\n\nThe box held nets.\n\nADOPTION OF THE AGENDA\n\n{BODY}",
         ["CONTENTS", "The box held nets.", "ADOPTION OF THE AGENDA"]),
        (f"CONTENTS\n\n{BODY}", ["CONTENTS"]),
        ("Contents\n", ["Contents"]),
    ],
)  # fmt: skip
def test_contents_are_no_text(text, expected):
    found = [point.text for point in segment(Document("x", text)).points]
    assert found[: len(expected)] == expected
    assert not found[len(expected) :] or found[len(expected)] == "The Chair opened the session."
