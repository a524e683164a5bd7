"""What a title in part and a head alone are short for: what the document has named in full."""

import pytest

from cnd_tools.extracting.citations import find_citations
from cnd_tools.lexicon import load
from cnd_tools.records import Document
from cnd_tools.segmenting import segment


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["The United Nations Global Plan of Action to Combat Trafficking in Persons was adopted.",
          "We recall the Global Plan of Action."],
         ["united_nations_global_plan_of_action_to_combat_trafficking_in_persons"]),
        (["The Global Plan of Action was adopted.", "We recall the Global Plan of Action."], ["global_plan_of_action"]),
        (["The Lomé Declaration on Ports and Rivers was adopted.", "They recalled the Lomé Declaration."],
         ["lomé_declaration"]),
        (["The Initial Ports Action Plan was adopted.", "They recalled the Ports Action Plan."],
         ["ports_action_plan"]),
        (["The Stockholm Convention was named.", "Under article 5 of the Convention, Peru acts."],
         ["stockholm_convention"]),
    ],
)  # fmt: skip
def test_a_title_is_what_was_named_in_full_before(texts, expected):
    last = "The Minamata Convention came later."
    text = "\n\n".join(f"{n}. {one}" for n, one in enumerate([*texts, last], 1))
    found = find_citations(segment(Document("d", text)), lexicon=load())
    assert [row.cited for row in found if row.point == "2"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PERU urged action under Protocol Articles 10 and 11.", ["kyoto_protocol"]),
        ("PROTOCOL ARTICLE 3.14: Parties spoke.", ["kyoto_protocol"]),
        ("They set caps to meet Protocol commitments.", ["kyoto_protocol"]),
        ("Protocol bodies met, and protocol commitments were named.", []),
    ],
)
def test_a_short_name_without_the_needs_what_is_of_a_treaty(text, expected):
    found = find_citations(segment(Document("d", f"1. The Kyoto Protocol was named.\n\n2. {text}")), lexicon=load())
    assert [row.cited for row in found if row.point == "2"] == expected
