"""What a demand comes to, construction by construction: each with near misses, which say less or nothing."""

from __future__ import annotations

import pytest

from one_point import analysed

# sentence, then for each action: lemma, agent, polarity, a word of the object
Row = tuple[str, list[tuple[str, str | None, str, str | None]]]
MS, SG = "member_states", "secretary_general"

DENIED: list[Row] = [
    ("Children should under no circumstances be kept in police cells.", [("keep", None, "-", "Children")]),
    ("Weapons must in no case be sold to minors.", [("sell", None, "-", "Weapons")]),
    ("At no time should prisoners be left alone.", [("leave", None, "-", "prisoners")]),
    ("Such fees should no longer be charged.", [("charge", None, "-", "fees")]),
    ("Nothing should be agreed in haste.", [("agree", None, "-", "Nothing")]),
    ("Neither party should be excluded.", [("exclude", None, "-", "party")]),
    ("States should not continue funding such camps.", [("fund", MS, "-", "camps")]),
    ("The fee should be paid at no cost to the farmers.", [("pay", None, "+", "fee")]),
    ("The programme should with no delay be extended.", [("extend", None, "+", "programme")]),
]  # fmt: skip
PROPOSED: list[Row] = [
    ("It was suggested that donors might notify the Board in advance.", [("notify", "donors", "+", "Board")]),
    ("Kenya proposed that the Office might publish the list and that donors might pay the fees.",
     [("publish", "office", "+", "list"), ("pay", "donors", "+", "fees")]),
    ("It was suggested that prices might rise.", []),
    ("It was suggested that States might face shortages.", []),
    ("Kenya said that the Board might review the list.", []),
    ("A guide was needed so that farmers could sell their crops.", [("guide", None, "+", "guide")]),
    ("New substances spread faster than they could be banned.", []),
    ("Neither roads nor bridges could be repaired.", []),
]  # fmt: skip
CARRIED: list[Row] = [
    ("Fair trade requires the removal of fees.", [("remove", None, "+", "fees")]),
    ("The level of ambition necessitates a review of the targets.", [("review", None, "+", "targets")]),
    ("Poor ports require the support of donors.", [("support", None, "+", "ports")]),
    ("Member States shall take active steps for the early opening of the canal.", [("open", MS, "+", "canal")]),
    ("States should scale up action to be in step with the losses.", [("scale up", MS, "+", "action")]),
    ("There is a need to, inter alia, mobilize resources.", [("mobilize", None, "+", "resources")]),
    ("Particular attention should be given to addressing the losses.", [("address", None, "+", "losses")]),
    ("Particular attention should be given to the losses.", [("give", None, "+", "attention")]),
    ("Growth requires building trust.", [("build", None, "+", "trust")]),
    ("The transformation requires strong political will.", []),
    ("States may continue to need support.", []),
    ("States should present to the Board, at its ninth meeting, to be held in 2031, a briefing on fees.",
     [("present", MS, "+", "briefing")]),
    ("States should report to the Board, at its sixth session, on the progress achieved.",
     [("report", MS, "+", "progress")]),
    ("States should work together towards the adoption of a treaty.", [("adopt", MS, "+", "treaty")]),
    ("States shall take into account, among others, the following aims.", [("take into account", MS, "+", "aims")]),
]  # fmt: skip
PASSED_ON: list[Row] = [
    ("Small States should not be expected to finance the register alone.", [("finance", MS, "-", "register")]),
    ("The Office should expect delays.", [("expect", "office", "+", "delays")]),
    ("Peru suggested that donors be invited to replenish the trust fund.", [("replenish", "donors", "+", "fund")]),
    ("It was proposed that Governments be encouraged to publish their budgets.",
     [("publish", MS, "+", "budgets")]),
    ("Chile proposed that the Secretariat be requested to translate the manual and to print the index.",
     [("translate", "secretariat", "+", "manual"), ("print", "secretariat", "+", "index")]),
    ("Peru proposed that guests be invited to dinner.", []),
]  # fmt: skip
STATED: list[Row] = [
    ("The Chair reminded speakers that the list was closed.", []),
    ("Norway reminded the Committee that the fund is empty and that pledges had to be paid.",
     [("pay", None, "+", "pledges")]),
    ("Participants were reminded that the rules have been amended.", []),
    ("The Executive Director reminded Governments to submit their returns.", [("submit", MS, "+", "returns")]),
    ("Canada requested that the paragraph be deleted.", [("delete", None, "+", "paragraph")]),
    ("Speakers urged that the talks continue.", [("continue", None, "+", "talks")]),
]  # fmt: skip
SHUNNED: list[Row] = [
    ("States should refrain from arbitrary detention.", [("detain", MS, "-", None)]),
    ("Governments were urged to abstain from the use of force.", [("use", MS, "-", "force")]),
    ("Speakers asked States to refrain from the testing and the sale of such mines.", [("test", MS, "-", "mines")]),
    ("States should refrain from unilateral measures.", [("refrain", MS, "+", "measures")]),
]  # fmt: skip
ASIDE: list[Row] = [
    # lists after an aside, what is set against it, what is only owed, told or counted
    ("A fund should, inter alia: be established; collaborate with others; and be fair.",
     [("establish", None, "+", "fund"), ("collaborate", None, "+", "others"), ("be", None, "+", None)]),
    ("A new body should complement the Board, not replace the Bureau.",
     [("complement", None, "+", "Board"), ("replace", None, "-", "Bureau")]),
    ("Members were reminded that fees were due.", []),
    ("Chad saw no need to amend the rules.", [("amend", None, "-", "rules")]),
    ("Mali called for a range of measures to protect ports.", [("protect", None, "+", "ports")]),
    ("Speakers called for a renewed commitment to adopt safe standards.", [("adopt", None, "+", "safe standards")]),
]  # fmt: skip
REPEATED: list[Row] = [
    ("There was a need for better statistics and for the training of analysts.",
     [("statistic", None, "+", "statistics"), ("train", None, "+", "analysts")]),
    ("Delegates underlined the importance of early warning and of sharing data.",
     [("warn", None, "+", None), ("share", None, "+", "data")]),
    ("Speakers highlighted the need for more funds, for simpler forms and for closer cooperation with ports.",
     [("fund", None, "+", "funds"), ("form", None, "+", "forms"), ("cooperate", None, "+", None)]),
    ("Kenya called for the deletion of the list and for the adoption of a new one.",
     [("delete", None, "+", "list"), ("adopt", None, "+", "new one")]),
    ("Malta asked for experts to be sent and for the laboratory to be repaired.",
     [("send", None, "+", "experts"), ("repair", None, "+", "laboratory")]),
    ("Togo stressed the importance of the timely sharing of information and of strengthening ports.",
     [("share", None, "+", "information"), ("strengthen", None, "+", "ports")]),
    ("There was a need for the protection of the rights of infants and of mothers.",
     [("protect", None, "+", "rights")]),
]  # fmt: skip
SAID: list[Row] = [
    ("What was needed was a common strategy.", [("strategy", None, "+", "strategy")]),
    ("What is required now is closer cooperation among ports.", [("cooperate", None, "+", None)]),
    ("What was needed, in its view, was the training of judges.", [("train", None, "+", "judges")]),
    ("What was needed was unclear.", []),
    ("It was unclear what was needed.", []),
    ("Regional training was regarded as essential.", [("train", None, "+", None)]),
    ("The exchange of samples was seen as vital by many speakers.", [("exchange", None, "+", "samples")]),
    ("The renewal of the mandate was described as necessary.", [("renew", None, "+", "mandate")]),
    ("The report was described as necessary reading.", []),
    ("The text was amended as necessary.", []),
    ("Greater efforts were needed to counter the use of hawala.", [("counter", None, "+", "use")]),
    ("More measures were needed to protect witnesses.", [("protect", None, "+", "witnesses")]),
    ("Guards are required to wear badges.", [("wear", "guards", "+", "badges")]),
    ("Full consideration should be given to the cost of fuel.", [("consider", None, "+", "cost")]),
    ("Its laboratories were old and would need new equipment.", [("equipment", None, "+", "laboratories")]),
]  # fmt: skip
ACTED_ON: list[Row] = [
    ("Women should be given equal access to land.", [("give", None, "+", "access")]),
    ("Victims had to be offered legal aid.", [("offer", None, "+", "aid")]),
    ("Donors should provide the centre with new vehicles.", [("provide", "donors", "+", "vehicles")]),
    ("Donors should provide vehicles.", [("provide", "donors", "+", "vehicles")]),
    ("Member States were urged to afford one another full assistance.", [("afford", MS, "+", "assistance")]),
    ("The mandate of the Board must remain intact.", [("remain", None, "+", "mandate")]),
    ("Services should become more accessible.", [("become", None, "+", "Services")]),
    ("Negotiations should begin without delay.", [("begin", None, "+", "Negotiations")]),
    ("Member States should cooperate with a view to ending piracy.", [("cooperate", MS, "+", None)]),
    ("There should be closer cooperation between ports.", [("be", None, "+", "cooperation")]),
    ("There must be no delay.", [("be", None, "-", "delay")]),
    ("There should be rules for guards.", [("be", None, "+", "rules")]),
    ("Member States were urged to establish, where they do not exist, national centres.",
     [("establish", MS, "+", "centres")]),
    ("Seats should be voted on by the General Assembly.", [("vote", "general_assembly", "+", "Seats")]),
    ("The plan should be carried out by UNODC.", [("carry out", "unodc", "+", "plan")]),
    ("It was noted that ports, as well as rail depots, needed to be watched.", [("watch", None, "+", "ports")]),
    ("UNODC should report to the Commission on Narcotic Drugs on its findings.",
     [("report", "unodc", "+", "findings")]),
]  # fmt: skip
GOING_ON: list[Row] = [
    ("Roads needed to be rebuilt, to be lit at night and to be guarded.",
     [("rebuild", None, "+", "Roads"), ("light", None, "+", "Roads"), ("guard", None, "+", "Roads")]),
    ("Member States were urged to ratify the treaty in order to end the dispute, and to that end to consult lawyers.",
     [("ratify", MS, "+", "treaty"), ("consult", MS, "+", "lawyers")]),
    ("Governments were invited to train staff, and in this regard to publish manuals.",
     [("train", MS, "+", "staff"), ("publish", MS, "+", "manuals")]),
    ("Donors were asked to fund clinics in order to save lives, and for that purpose to train nurses.",
     [("fund", "donors", "+", "clinics"), ("train", "donors", "+", "nurses")]),
    ("Governments were invited to set up units to save lives and to share manuals.",
     [("set up", MS, "+", "units")]),
]  # fmt: skip
WAYS: list[Row] = [  # what its importance asks for, where it is something to do
    ("Norway stressed the importance of an integrated approach.", [("approach", None, "+", "integrated")]),
    ("The Group underlined the importance of a balanced and comprehensive strategy.",
     [("strategy", None, "+", "balanced")]),
    ("Speakers underlined the importance of common approaches.", [("approach", None, "+", "common")]),
    ("Speakers underlined the importance of the strategy.", []),
    ("Speakers underlined the importance of their approach.", []),
]  # fmt: skip
HUNG_ASTRAY: list[Row] = [
    ("Canada deemed it vital that ports keep records of what was seen and share the files.",
     [("keep", None, "+", "records"), ("share", None, "+", "files")]),
    ("It was essential that States adopt laws on data being stored and publish the rules.",
     [("adopt", MS, "+", "laws"), ("publish", MS, "+", "rules")]),
    ("States should list the cargo being moved and inform the ports.",
     [("list", MS, "+", "cargo"), ("inform", MS, "+", "ports")]),
    ("States should list the boats needed to reach and supply the islands.", [("list", MS, "+", "boats")]),
]  # fmt: skip
HELD_TO_BE: list[Row] = [
    ("It did not consider new instruments to be necessary.", [("instrument", None, "-", "instruments")]),
    ("Uganda considered the training of guards to be essential.", [("train", None, "+", "guards")]),
    ("The clauses were praised. Kenya recommended that they be integrated.", [("integrate", None, "+", "clauses")]),
    ("Donors should provide pens with regard to the forms.", [("provide", "donors", "+", "pens")]),
]  # fmt: skip
CITED: list[Row] = [
    ("Norway noted recommendations 14.2 and 14.7.", []),
    ("The Government accepted the requests in paragraph 12.", []),
    ("Peru repeated the request in document 7.", []),
    ("Cuba repeated its request for forty boats.", [("boat", None, "+", "boats")]),
    ("Delegates recommended twelve new wells.", [("well", None, "+", "wells")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *DENIED,
        *PROPOSED,
        *CARRIED,
        *PASSED_ON,
        *STATED,
        *SHUNNED,
        *ASIDE,
        *REPEATED,
        *SAID,
        *ACTED_ON,
        *GOING_ON,
        *WAYS,
        *HUNG_ASTRAY,
        *HELD_TO_BE,
        *CITED,
    ],
)
def test_what_is_to_be_done(text: str, expected: list[tuple[str, str | None, str, str | None]]) -> None:
    rows = analysed(text).actions
    assert [(row.lemma, row.agent, row.polarity) for row in rows] == [row[:3] for row in expected]
    for row, (_, _, _, word) in zip(rows, expected, strict=True):
        assert word in (row.object or "") if word else row.object is None
