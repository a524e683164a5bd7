import pytest

from cnd_tools.segmenting.openings import ing_form, opening, third_person


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Recalling its resolution 61/5,", "Recalling"),
        ("Recalling also the report,", "Recalling also"),
        ("Recalling further relevant reports,", "Recalling further"),
        ("Reaffirms, in this regard, the text;", "Reaffirms"),
        ("Once again strongly urges States to act;", "Once again strongly urges"),
        ("Takes note with great interest of the report;", "Takes note with great interest"),
        ("Taking note also of the report,", "Taking note also"),
        ("Takes careful note of the report;", "Takes careful note"),
        ("Expresses its deep appreciation to the Chair;", "Expresses its deep appreciation"),
        ("Expresses grave concern at the rise;", "Expresses grave concern"),
        ("Expressing once again its solidarity with all,", "Expressing once again its solidarity"),
        ("Noting with deep regret that it failed,", "Noting with deep regret"),
        ("Reiterates its call upon all Parties;", "Reiterates its call upon"),
        ("Reaffirming its commitment to peace,", "Reaffirming its commitment"),
        ("Reaffirming its decision to meet,", "Reaffirming"),
        ("Having also heard the statements,", "Having also heard"),
        ("Having regard to the Charter,", "Having regard"),
        ("Bearing in mind the needs,", "Bearing in mind"),
        ("Looks forward to the meeting;", "Looks forward"),
        ("Deeply alarmed by the trend,", "Deeply alarmed"),
        ("Continues to encourage States to join;", "Continues to encourage"),
        ("Considers it essential that they act;", "Considers it essential"),
        ("Encourages further steps to that end;", "Encourages"),
        ("Encourages further the States to act;", "Encourages further"),
        ("URGES Member States to act;", "URGES"),
        ("CALLS UPON Member States to act;", "CALLS UPON"),
        ("EXPRESSES ITS DEEP CONCERN at the rise;", "EXPRESSES ITS DEEP CONCERN"),
        ("WELCOMES UNODC to the table;", "WELCOMES"),
        ("Is of the view that it should act;", "Is of the view"),
        ("Having considered at its session the report,", "Having considered"),
        ("Views expressed by the State under review", None),
        ("Requests made at the session", None),
        ("Regarding the ports, Peru said", None),
        ("The Secretary-General shall report.", None),
        ("Drug traffickers are armed.", None),
        ("Fulfilling its mandate under the Charter,", "Fulfilling"),
        ("Deeply (1990) and fully,", None),
        ("Once again strongly also urges all;", "Once again strongly also urges"),
        ("Once again strongly also fully urges all;", None),
        ("Requests shall be made in writing.", None),
        ("Concerns are met by the Board.", None),
        ("Urges shareholders to act;", "Urges"),
        ("", None),
    ],
)
def test_the_opening_phrase(text, phrase):
    assert opening(text) == phrase


@pytest.mark.parametrize(
    ("text", "unknown", "phrase"),
    [
        ("Bemoaning the loss,", "participle", "Bemoaning"),
        ("Bemoans the loss;", "verb", "Bemoans"),
        ("Bemoans the loss;", "participle", None),
        ("Success depends on it;", "verb", None),
        ("Bemoans the loss;", "", None),
        ("Speakers noted the loss;", "verb", None),
        ("Participants also stressed the need for aid.", "verb", None),
        ("Some said it was late;", "verb", None),
        ("Bemoans increased losses;", "verb", None),
        ("Sobered by the loss,", "participle", "Sobered"),
        ("Owing to the loss,", "participle", "Owing"),
        ("King of the loss,", "participle", None),
        ("Begs States to act;", "verb", "Begs"),
        ("Gas is lost;", "verb", None),
        ("Consensus was lost;", "verb", None),
        ("Analysis of it was lost;", "verb", None),
        ("States should transmit their reports.", "verb", None),
        ("Cities must, where they can, plant trees.", "verb", None),
        ("Waives shallow claims;", "verb", "Waives"),
    ],
)
def test_unknown_verbs_go_by_their_ending(text, unknown, phrase):
    assert opening(text, unknown=unknown) == phrase


@pytest.mark.parametrize(
    ("verb", "third", "ing"),
    [("call", "calls", "calling"), ("stress", "stresses", "stressing"), ("deny", "denies", "denying"),
     ("convey", "conveys", "conveying"), ("urge", "urges", "urging"), ("regret", "regrets", "regretting"),
     ("commit", "commits", "committing"), ("decree", "decrees", "decreeing"),
     ("attach", "attaches", "attaching"), ("wish", "wishes", "wishing"), ("fix", "fixes", "fixing"),
     ("waltz", "waltzes", "waltzing"), ("offer", "offers", "offering"), ("signal", "signals", "signalling"),
     ("transmit", "transmits", "transmitting"), ("refer", "refers", "referring"), ("abhor", "abhors", "abhorring")],
)  # fmt: skip
def test_forms_of_verbs(verb, third, ing):
    assert (third_person(verb), ing_form(verb)) == (third, ing)
