"""Reported speech in the prose of meetings: who holds what, by construction."""

from __future__ import annotations

import pytest

from one_point import analysed

# A text, and its positions: source · verb · stance · extent
CONSTRUCTIONS: list[tuple[str, str]] = [
    ("Several delegations agreed with the proposal.", "delegations · agree · support · several"),
    ("The European Union disagreed with the proposal.", "european_union · disagree · oppose · one"),
    ("Peru concurred with the view that fees were high.", "per · concur · support · one"),
    ("Peru agreed with Norway’s suggestion.", "per · agree · support · one"),
    ("Peru noted with concern that fees were high.", "per · note · concern · one"),
    ("Peru noted with deep regret that fees were high.", "per · note · concern · one"),
    ("Peru took note with satisfaction of the report.", "per · take note · support · one"),
    ("The representative of Chile said that her Government supported the text.", "chl · say · report · one"),
    ("Mr. Ruiz (Mexico) said that his delegation supported the text.", "person:ruiz · say · report · one"),
    ("Mr. Ruiz (Mexico) said that his delegation could not support the text.", "person:ruiz · say · report · one"),
    (
        "The representative of Peru, also noting the lack of data, said that fees were high.",
        "per · note · report · one; per · say · report · one",
    ),
    (
        "Noting many proposals are concepts that do not lead to action, Norway stressed that funds were needed.",
        "nor · note · report · one; nor · stress · report · one",
    ),
    ("Also questioning the report was the delegate of Peru.", "per · question · oppose · one"),
    ("Norway recalled that the text had been agreed in May.", "nor · recall · report · one"),
    ("The European Union was pleased that a text had been agreed.", "european_union · be pleased · support · one"),
    (
        "The representative of the European Union, speaking on behalf "
        "of the European Union and its member States, welcomed the report.",
        "european_union · welcome · support · one",
    ),
    ("One delegate voiced concern about the costs.", "delegations · voice concern · concern · one"),
    ("Taking the floor, Chile’s delegate voiced concern that fees were high.", "chl · voice concern · concern · one"),
    ("On fees, CHILE preferred option one.", "chl · prefer · support · one"),
    ("The US preferred “encourage” to “urge.”", "usa · prefer · support · one"),
    ("The US preferred “encourage.”", "usa · prefer · support · one"),
    (
        "Norway, with Iceland opposing, proposed deleting the paragraph.",
        "isl · oppose · oppose · one; nor · propose · report · one",
    ),
    (
        "JAPAN, with the EU opposing, suggested a break.",
        "european_union · oppose · oppose · one; jpn · suggest · report · one",
    ),
    ("Several parties preferred option two.", "parties · prefer · support · several"),
    ("Norway proposed amendments to the text.", "nor · propose · report · one"),
    (
        "Norway commended the State for its progress, noted the remaining challenges and encouraged it to continue.",
        "nor · commend · support · one; nor · note · report · one; nor · encourage · report · one",
    ),
    (
        "Norway welcomed the new law, noted the challenges in health and recommended more funding.",
        "nor · welcome · support · one; nor · note · report · one; nor · recommend · report · one",
    ),
    ("Time was short, added Japan.", "jpn · add · report · one"),
    ("Fees were high, said the Director of the Fund.", "director · say · report · one"),
    (
        "Chile supported the text, noting its balance, and Japan, emphasizing costs, opposed it.",
        "chl · support · support · one; chl · note · report · one; jpn · oppose · oppose · one",
    ),
    (
        "Concern about the high fees, the lack of data and the slow pace of reform was expressed by many speakers.",
        "speakers · express concern · concern · many",
    ),
    ("He expressed, however, concerns about the costs.", "- · express concern · concern · one"),
    (
        "Norway did not support the text. Neither did Chile.",
        "nor · support · oppose · one; chl · support · oppose · one",
    ),
    ("At the suggestion of Chile, the paragraph was deleted.", "chl · suggest · report · one"),
    (
        "On the proposal of the Chair, the Commission decided to defer the item.",
        "chair · propose · report · one; commission · decide · report · consensus",
    ),
    ("On the recommendation of the Bureau, the Board adopted the agenda.", "bureau · recommend · report · consensus"),
    ("He made a statement on the suggestion.", ""),
    ("The Council should not agree to the new item.", ""),
    ("Brazil suggested that the Council should not agree to the new item.", "bra · suggest · report · one"),
    ("BRAZIL suggested “calls upon” rather than “invites.”", "bra · suggest · report · one"),
    (
        "JAPAN preferred language “encouraging parties” rather than “deciding” to use it.",
        "jpn · prefer · support · one",
    ),
    ("The representative of Peru “strongly objected” to the text.", "per · object · oppose · one"),
    (
        "Delegates discussed the text, with some calling for its adoption and others opposing it.",
        "delegations · call for · report · some; delegations · oppose · oppose · some",
    ),
    (
        "Chile aligned itself with the statement delivered by the European "
        "Union and went on to state that more data were needed.",
        "chl · align · support · one; chl · state · report · one",
    ),
    (
        "MALI, for the AFRICAN GROUP, supported by MALDIVES, for AOSIS, called for language on cities.",
        "mli · call for · report · one; african_group · call for · report "
        "· one; mdv · support · support · one; alliance_of_small_island_states · support · support · one",
    ),
    ("Mr. Ruiz (Mexico) raised a point of order.", ""),
    (
        "One representative, supported by another, said that the text was weak.",
        "representatives · say · report · one; - · support · support · one",
    ),
    (
        "One representative, supported by several others, said that the text was weak.",
        "representatives · say · report · one; - · support · support · several",
    ),
    ("CHILE, opposed by others, proposed deletion.", "chl · propose · report · one; - · oppose · oppose · some"),
    (
        "CHILE, supported by PERU and others, proposed deletion.",
        "chl · propose · report · one; per · support · support · one",
    ),
    (
        "CHILE, opposed by several developing countries, proposed deletion.",
        "chl · propose · report · one; developing_countries · oppose · oppose · several",
    ),
    (
        "Peru, with India, welcomed the plan, supported a reference to ports and proposed deleting the "
        "paragraph on fisheries.",
        "per · welcome · support · one; ind · welcome · support · one; per · support · support · one; ind · "
        "support · support · one; per · propose · report · one; ind · propose · report · one",
    ),
    (
        "Kenya, opposed by Fiji, suggested that the text on ports be revised, cautioned against new rules on "
        "fisheries and called for more work on subsidies.",
        "ken · suggest · report · one; fji · oppose · oppose · one; ken · caution · concern · one; ken · "
        "call for · report · one",
    ),
    (
        "Mali requested the Secretariat to report on tariffs, while Chile, with Canada, drew attention to "
        "the costs of wetlands and noted the lack of data on ports.",
        "mli · request · report · one; chl · draw attention · report · one; can · draw attention · report · "
        "one; chl · note · report · one; can · note · report · one",
    ),
    (
        "INDIA urged Parties to agree on ports, and BRAZIL, speaking on behalf of the Group of 77, opposed "
        "language on fisheries, noting that fees were costly.",
        "ind · urge · report · one; bra · oppose · oppose · one; group_of_77 · oppose · oppose · one; bra · "
        "note · report · one; group_of_77 · note · report · one",
    ),
    (
        "A number of delegations expressed concern about ports, and India, for the European Union, opposed "
        "language on vaccines and noted the lack of data on fees.",
        "delegations · express concern · concern · several; ind · oppose · oppose · one; european_union · "
        "oppose · oppose · one; ind · note · report · one; european_union · note · report · one",
    ),
    (
        "Canada, speaking on behalf of the European Union, preferred the original text on forests, adding "
        "that fees were costly, while Mali urged Parties to agree on fisheries.",
        "can · prefer · support · one; european_union · prefer · support · one; can · add · report · one; "
        "european_union · add · report · one; mli · urge · report · one",
    ),
    (
        "Peru, supported by Chile, regretted the delay and drew attention to the costs of ports.",
        "per · regret · concern · one; chl · support · support · one; per · draw attention · report · one",
    ),
    (
        "In the ensuing discussion, Brazil, speaking on behalf of the European Union, called for more work "
        "on tariffs, underlining the need for data.",
        "bra · call for · report · one; european_union · call for · report · one; bra · underline · report · "
        "one; european_union · underline · report · one",
    ),
    (
        "Regarding paragraph 5, Norway, India and Peru asked whether vaccines were covered and called for "
        "more work on subsidies.",
        "nor · ask · report · one; ind · ask · report · one; per · ask · report · one; nor · call for · "
        "report · one; ind · call for · report · one; per · call for · report · one",
    ),
    (
        "On finance, Brazil, opposed by Canada, expressed concern about wetlands, proposed deleting the "
        "paragraph on fees and requested the Secretariat to report on vaccines.",
        "bra · express concern · concern · one; can · oppose · oppose · one; bra · propose · report · one; "
        "bra · request · report · one",
    ),
    (
        "Chile had no objection to the text and saw no need for a new fund.",
        "chl · have no objection · support · one; chl · see no need · oppose · one",
    ),
]


@pytest.mark.parametrize(("text", "rows"), CONSTRUCTIONS)
def test_reported_speech(text: str, rows: str) -> None:
    found = (f"{one.source or '-'} · {one.verb} · {one.stance} · {one.extent}" for one in analysed(text).positions)
    assert "; ".join(found) == rows
