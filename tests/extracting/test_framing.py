"""What a parser is given for paragraphs without a subject."""

from __future__ import annotations

import pytest

from cnd_tools.extracting.grammar.framing import frame

FRAMES = [
    ("Calls upon States to act;", "Calls upon", "", False, "It calls upon States to act;"),
    ("Recalling its resolution,", "Recalling", "", False, "It is recalling its resolution,"),
    ("Deeply concerned at the delay,", "Deeply concerned", "", False, "It is deeply concerned at the delay,"),
    ("Mindful of its tasks,", "Mindful", "", False, "It is mindful of its tasks,"),
    ("Confident that this is enough,", "Confident", "", False, "It is confident that this is enough,"),
    ("Having considered the report,", "Having considered", "", False, "It having considered the report,"),
    ("URGES Member States to act;", "URGES", "", False, "It urges Member States to act;"),
    ("To submit a report;", None, "Requests the Secretary-General:", False, "They are to submit a report;"),
    ("Not to recognize it;", None, "Calls upon States:", False, "They are not to recognize it;"),
    ("Funding schools;", None, "Urges States to act, including by:", False, "They are funding schools;"),
    (
        "COMMENDS the Chair and REQUESTS UNODC to act.",
        "COMMENDS",
        "",
        False,
        "It commends the Chair and requests UNODC to act.",
    ),
    (
        "It met. In this regard, it FURTHER URGES States to act.",
        None,
        "",
        False,
        "It met. In this regard, it further urges States to act.",
    ),
    ("It met and EXPRESSES ITS DEEP CONCERN at it.", None, "", False, "It met and expresses its deep concern at it."),
    ("It met and saw the WHO ACT.", None, "", False, "It met and saw the WHO act."),
    ("THE BOARD URGES STATES TO ACT.", None, "", False, "THE BOARD URGES STATES TO ACT."),
    ("Developing countries needed time.", None, "It was said that:", False, "Developing countries needed time."),
    ("Participating States should pay.", None, "They agreed that:", False, "Participating States should pay."),
    ("Emerging donors are to pay.", None, "It was said that:", False, "Emerging donors are to pay."),
    ("Developing rules;", None, "Urges States to act, including by:", False, "They are developing rules;"),
    ("Ensuring guards are paid;", None, "Urges States to act by:", False, "They are ensuring guards are paid;"),
    ("Strengthen controls;", None, "States should:", True, "They should strengthen controls;"),
    ("Concern was expressed.", None, "The Chair summarized as follows:", False, "Concern was expressed."),
    ("States should act.", None, "", False, "States should act."),
    ("", None, "", False, ""),
]


@pytest.mark.parametrize(("text", "opening", "chapeau", "bare", "expected"), FRAMES)
def test_frames(text: str, opening: str | None, chapeau: str, bare: bool, expected: str) -> None:
    framed = frame(text, opening=opening, chapeau=chapeau, bare=bare)
    assert framed.text == expected
    assert framed.tokens == len(framed.text[: framed.prefix].split())
    assert framed.text[framed.prefix :].lower() == text.lower()
