"""What is to be done: a table of sentences for each construction."""

from __future__ import annotations

import pytest

from one_point import analysed

# sentence, then for each action: lemma, agent, strength, polarity, a word of the object
Row = tuple[str, list[tuple[str, str | None, str, str, str | None]]]
OBLIGATION, NECESSITY, RECOMMENDATION = "obligation", "necessity", "recommendation"
ENCOURAGEMENT, POSSIBILITY = "encouragement", "possibility"

MODALS: list[Row] = [
    ("States should ratify the treaty.", [("ratify", "member_states", RECOMMENDATION, "+", "treaty")]),
    ("The treaty should be ratified and applied.",
     [("ratify", None, RECOMMENDATION, "+", "treaty"), ("apply", None, RECOMMENDATION, "+", "treaty")]),
    ("Prevention must not be neglected.", [("neglect", None, OBLIGATION, "-", "Prevention")]),
    ("The plan ought to be reviewed.", [("review", None, RECOMMENDATION, "+", "plan")]),
    ("Roads could be repaired by farmers.", [("repair", "farmers", POSSIBILITY, "+", "Roads")]),
    ("Governments could introduce licences.", [("introduce", "member_states", POSSIBILITY, "+", "licences")]),
    ("The Commission may wish to consider the report.", [("consider", "commission", POSSIBILITY, "+", "report")]),
    ("It would be useful to review the list.", [("review", None, POSSIBILITY, "+", "list")]),
    ("None of the files should be deleted.", [("delete", None, RECOMMENDATION, "-", "files")]),
    ("Efforts should be truly cooperative.", [("be", None, RECOMMENDATION, "+", "Efforts")]),
    ("States should strengthen and should support such work.",
     [("strengthen", "member_states", RECOMMENDATION, "+", None),
      ("support", "member_states", RECOMMENDATION, "+", "work")]),
    ("States that have not done so should ratify the treaty.",
     [("ratify", "member_states", RECOMMENDATION, "+", "treaty")]),
    ("Mr. Ruiz of Peru described the fund. It should support farmers.",
     [("support", None, RECOMMENDATION, "+", "farmers")]),
    ("Reform should be postponed no longer.", [("postpone", None, RECOMMENDATION, "-", "Reform")]),
    ("The plan requires not just new roads.", [("road", None, OBLIGATION, "+", "plan")]),
    ("Peru urged the parties to put an end to the war.", [("end", "parties", RECOMMENDATION, "+", "war")]),
    ("States should co-operate.", [("cooperate", "member_states", RECOMMENDATION, "+", None)]),
]  # fmt: skip
NO_ACTIONS: list[Row] = [
    ("Speakers stressed the need for the Harbour Fund.", []),
    ("Trafficking can undermine development.", []),
    ("Farmers may be displaced by floods.", []),
    ("Such measures can have a positive impact.", []),
    ("Mergers may come at a cost.", []),
    ("It can be useful to review the list.", []),
    ("Canada asked whether States should pay.", []),
    ("The Office trained forty judges in May.", []),
    ("States took note, as appropriate, of the national needs.", []),
    ("Training plays a vital role.", []),
    ("Recalling the resolutions that should be read,", []),
    ("Canada asked how the fund should be used.", []),
    ("The private sector was a key partner.", []),
]
SEMI_MODALS: list[Row] = [
    ("Obstacles need to be identified and overcome.",
     [("identify", None, NECESSITY, "+", "Obstacles"), ("overcome", None, NECESSITY, "+", "Obstacles")]),
    ("Cooperation had to be strengthened.", [("strengthen", None, OBLIGATION, "+", "Cooperation")]),
    ("Participants said that laws needed to be harmonized.", [("harmonize", None, NECESSITY, "+", "laws")]),
    ("States are required to report seizures.", [("report", "member_states", OBLIGATION, "+", "seizures")]),
]  # fmt: skip
NEEDS: list[Row] = [
    ("Rest is an imperative of the Harbour Plan of Action.", [("rest", None, NECESSITY, "+", None)]),
    ("There is a need to protect farmers.", [("protect", None, NECESSITY, "+", "farmers")]),
    ("There was a need for the harmonization of laws.", [("harmonize", None, NECESSITY, "+", "laws")]),
    ("There was a need for a balanced approach.", [("approach", None, NECESSITY, "+", "approach")]),
    ("The Chair underlined the need for States to adopt laws.", [("adopt", "member_states", NECESSITY, "+", "laws")]),
    ("Transit countries need assistance.", [("assist", None, NECESSITY, "+", "countries")]),
    ("Partnerships are needed to tackle these issues.", [("partnership", None, NECESSITY, "+", "Partnerships")]),
    ("More work was needed in order to clarify the concept.", [("clarify", None, NECESSITY, "+", "concept")]),
    ("It is essential to share intelligence.", [("share", None, NECESSITY, "+", "intelligence")]),
    ("It is important that States share data.", [("share", "member_states", RECOMMENDATION, "+", "data")]),
    ("It was necessary for Governments to review the law.", [("review", "member_states", NECESSITY, "+", "law")]),
    ("Information-sharing is vital.", [("share", None, NECESSITY, "+", "Information")]),
    ("Preventive work to address such threats is crucial.", [("address", None, NECESSITY, "+", "threats")]),
    ("Speakers underlined the importance of preventing relapse.",
     [("prevent", None, RECOMMENDATION, "+", "relapse")]),
    ("Speakers underlined the importance of the Convention.", []),
    ("Vigilance to prevent diversion remained a priority of Member States.",
     [("prevent", "member_states", RECOMMENDATION, "+", "diversion")]),
]  # fmt: skip
DIRECTIVES: list[Row] = [
    ("Governments were encouraged to share data.", [("share", "member_states", ENCOURAGEMENT, "+", "data")]),
    ("Chile urged Peru to ratify the treaty.", [("ratify", "per", RECOMMENDATION, "+", "treaty")]),
    ("There was a call for Member States to review their laws.",
     [("review", "member_states", RECOMMENDATION, "+", "laws")]),
    ("Kenya called for the strengthening of border controls.",
     [("strengthen", None, RECOMMENDATION, "+", "controls")]),
    ("Uganda recommended that the Secretariat publish the list.",
     [("publish", "secretariat", RECOMMENDATION, "+", "list")]),
    ("Many speakers supported the idea of creating a fund.", [("create", None, ENCOURAGEMENT, "+", "fund")]),
    ("Ghana thanked Togo and encouraged it to adopt a plan.", [("adopt", "tgo", ENCOURAGEMENT, "+", "plan")]),
    ("The use of such systems was encouraged.", [("use", None, ENCOURAGEMENT, "+", "systems")]),
    ("Non-governmental organizations requested further opportunities to enhance their contribution.",
     [("enhance", "ngos", RECOMMENDATION, "+", "contribution")]),
]  # fmt: skip
LIGHT: list[Row] = [
    ("States should continue facilitating trade.", [("facilitate", "member_states", RECOMMENDATION, "+", "trade")]),
    ("Steps had to be taken to reduce demand.", [("reduce", None, OBLIGATION, "+", "demand")]),
    ("States should take concrete steps to eliminate waste and to set out criteria.",
     [("eliminate", "member_states", RECOMMENDATION, "+", "waste"),
      ("set out", "member_states", RECOMMENDATION, "+", "criteria")]),
    ("Governments were encouraged to undertake an assessment of their needs.",
     [("assess", "member_states", ENCOURAGEMENT, "+", "needs")]),
    ("Clear assessments of the threat must be made.", [("assess", None, OBLIGATION, "+", "threat")]),
    ("States should make every effort to protect children.",
     [("protect", "member_states", RECOMMENDATION, "+", "children")]),
]  # fmt: skip
NESTED: list[Row] = [  # infinitives and relative clauses that belong to a nearer word, not to the cue
    ("The Office recommended that States develop guidelines to assess, rank and reduce risks.",
     [("develop", "member_states", RECOMMENDATION, "+", "guidelines")]),
    ("States should build registers to record, trace and destroy weapons.",
     [("build", "member_states", RECOMMENDATION, "+", "registers")]),
    ("There was a need to support ventures and relevant schemes that create jobs, conserve and restore forests.",
     [("support", None, NECESSITY, "+", "ventures")]),
    ("Member States should redouble and sustain efforts to detect and dismantle laboratories.",
     [("detect", "member_states", RECOMMENDATION, "+", None),
      ("dismantle", "member_states", RECOMMENDATION, "+", "laboratories")]),
]  # fmt: skip
SHUNNED: list[Row] = [
    ("States should refrain from imposing such fees and from limiting trade.",
     [("impose", "member_states", RECOMMENDATION, "-", "fees"),
      ("limit", "member_states", RECOMMENDATION, "-", "trade")]),
    ("Kenya urged Uganda to abstain from using force.", [("use", "uga", RECOMMENDATION, "-", "force")]),
    ("No child should be unlawfully deprived of liberty.", [("deprive", None, RECOMMENDATION, "-", "child")]),
    ("Nobody should be deprived of medicine.", [("deprive", None, RECOMMENDATION, "-", "Nobody")]),
]  # fmt: skip
FAR: list[Row] = [
    ("It was agreed that fees ought to be lowered.", [("lower", None, RECOMMENDATION, "+", "fees")]),
    ("There was agreement that aid must not be cut and that roads had to be built.",
     [("cut", None, OBLIGATION, "-", "aid"), ("build", None, OBLIGATION, "+", "roads")]),
    ("There was consensus that prices should be monitored.", [("monitor", None, RECOMMENDATION, "+", "prices")]),
    ("Chile urged Peru to combat piracy.", [("combat", "per", RECOMMENDATION, "+", "piracy")]),
    ("Protecting children remained one of the priorities of UNICEF.",
     [("protect", "unicef", RECOMMENDATION, "+", "children")]),
    ("Fighting piracy is one of the priorities.", [("fight", None, RECOMMENDATION, "+", "piracy")]),
    ("There was a need for early intervention.", [("intervene", None, NECESSITY, "+", None)]),
    ("It was essential to mainstream the matter while safeguarding budgets.",
     [("mainstream", None, NECESSITY, "+", "matter"), ("safeguard", None, NECESSITY, "+", "budgets")]),
]  # fmt: skip
LISTS: list[Row] = [
    ("Each party must: (a) sign the protocol; (b) pay its dues; and (c) submit a plan.",
     [("sign", None, OBLIGATION, "+", "protocol"), ("pay", None, OBLIGATION, "+", "dues"),
      ("submit", None, OBLIGATION, "+", "plan")]),
    ("Both must: ratify the treaty; be bound by its rules; and comply with its terms.",
     [("ratify", None, OBLIGATION, "+", "treaty"), ("bind", None, OBLIGATION, "+", None),
      ("comply", None, OBLIGATION, "+", "terms")]),
    ("Governments should: (i) review their laws, (ii) train judges and (iii) report to the Board.",
     [("review", "member_states", RECOMMENDATION, "+", "laws"),
      ("train", "member_states", RECOMMENDATION, "+", "judges"),
      ("report", "member_states", RECOMMENDATION, "+", None)]),
    ("Participants urged Member States to: (a) ratify the treaty; (b) increase funding; and (c) share data.",
     [("ratify", "member_states", RECOMMENDATION, "+", "treaty"),
      ("increase", "member_states", RECOMMENDATION, "+", "funding"),
      ("share", "member_states", RECOMMENDATION, "+", "data")]),
]  # fmt: skip
SHARED: list[Row] = [  # one passive, one "not" or one by-agent for two verbs
    ("Harbours needed to be lit and, where possible, dredged.",
     [("light", None, NECESSITY, "+", "Harbours"), ("dredge", None, NECESSITY, "+", None)]),
    ("Samples should be sealed and, within a day, sent to the laboratory.",
     [("seal", None, RECOMMENDATION, "+", "Samples"), ("send", None, RECOMMENDATION, "+", None)]),
    ("Accounts had to be audited by Member States and made public.",
     [("audit", "member_states", OBLIGATION, "+", "Accounts"), ("make", "member_states", OBLIGATION, "+", None)]),
    ("The fees should be fixed and Chile noted the bill.", [("fix", None, RECOMMENDATION, "+", "fees")]),
    ("Horses should be fed and watered meadows are to be fenced.", [("feed", None, RECOMMENDATION, "+", "Horses")]),
    ("Reports must not be shortened or delayed.",
     [("shorten", None, OBLIGATION, "-", "Reports"), ("delay", None, OBLIGATION, "-", None)]),
    ("Kenya urged donors not to withdraw funds and to honour the pledge.",
     [("withdraw", "donors", RECOMMENDATION, "-", "funds"), ("honour", "donors", RECOMMENDATION, "+", "pledge")]),
    ("Neither should be postponed.", [("postpone", None, RECOMMENDATION, "-", None)]),
    ("Debtors should be offered advice rather than be punished.", [("offer", None, RECOMMENDATION, "+", "advice")]),
    ("Farmers must fence the wells but are often short of wood.",
     [("fence", "farmers", OBLIGATION, "+", "wells")]),
    ("Norway could lend boats, and Chile and Peru are ready to crew them.",
     [("lend", "nor", POSSIBILITY, "+", "boats")]),
    ("The ferries must run daily and are popular.", [("run", None, OBLIGATION, "+", "ferries")]),
    ("Debtors should be informed and be heard.",
     [("inform", None, RECOMMENDATION, "+", "Debtors"), ("hear", None, RECOMMENDATION, "+", None)]),
]  # fmt: skip
ASKED_AFAR: list[Row] = [
    ("Member States should, where needed and within their means, build roads and maintain bridges.",
     [("build", "member_states", RECOMMENDATION, "+", "roads"),
      ("maintain", "member_states", RECOMMENDATION, "+", "bridges")]),
    ("Chile invited donors to fund the survey, and UNODC to publish it.",
     [("fund", "donors", ENCOURAGEMENT, "+", "survey"), ("publish", "unodc", ENCOURAGEMENT, "+", None)]),
    ("Chile invited UNICEF to help farmers and women to sell crops.",
     [("help", "unicef", ENCOURAGEMENT, "+", None)]),
    ("It was recommended that wells be dug and that nobody be charged for water.",
     [("dig", None, RECOMMENDATION, "+", "wells"), ("charge", None, RECOMMENDATION, "-", "nobody")]),
    ("Calls were made for the funding of ferries.", [("fund", None, RECOMMENDATION, "+", "ferries")]),
    ("Ghana reiterated its call to make use of barges.", [("use", None, RECOMMENDATION, "+", "barges")]),
    ("UNODC was encouraged to continue, in cooperation with ports, to train pilots.",
     [("train", "unodc", ENCOURAGEMENT, "+", "pilots")]),
    ("The UNODC should consider opening an office.", [("open", "unodc", RECOMMENDATION, "+", "office")]),
    ("The UNODC should consider the report.", [("consider", "unodc", RECOMMENDATION, "+", "report")]),
]  # fmt: skip
NEEDED: list[Row] = [
    ("There is a need for cooperation among Member States.", [("cooperate", "member_states", NECESSITY, "+", None)]),
    ("The need for housing exceeded what was built.", []),
    ("The teaching of languages was considered essential.", [("teach", None, NECESSITY, "+", "languages")]),
    ("Protection of the dam was termed a priority.", [("protect", None, RECOMMENDATION, "+", "dam")]),
    ("The clinics would require assistance.", [("assist", None, OBLIGATION, "+", "clinics")]),
    ("Would such a plan require assistance?", []),
    ("Boats that require repair were counted.", []),
    ("The lake remains a shared resource that should be protected.",
     [("protect", None, RECOMMENDATION, "+", "lake")]),
    ("UNODC should report to the Commission on its findings.",
     [("report", "unodc", RECOMMENDATION, "+", "findings")]),
    ("UNODC should ensure that it meets its targets.", [("ensure", "unodc", RECOMMENDATION, "+", "targets")]),
    ("Speakers stressed the importance of educating parents and of shading wells.",
     [("educate", None, RECOMMENDATION, "+", "parents"), ("shade", None, RECOMMENDATION, "+", "wells")]),
    ("Speakers stressed the importance of the Secretariat sharing its lists.",
     [("share", "secretariat", RECOMMENDATION, "+", "lists")]),
    ("The protection of wells and the creation of parks were recommended.",
     [("protect", None, RECOMMENDATION, "+", "wells"), ("create", None, RECOMMENDATION, "+", "parks")]),
    ("It might be useful to open a library.", [("open", None, POSSIBILITY, "+", "library")]),
    ("It is useful to have a library.", []),
    ("Guards might be authorized to search lorries.", [("authorize", None, POSSIBILITY, "+", "Guards")]),
    ("Guards might be injured.", []),
    ("The question of raising tolls is vital.", [("raise", None, NECESSITY, "+", "tolls")]),
    ("The harvest of rice is vital.", [("harvest", None, NECESSITY, "+", "rice")]),
    ("Chile said that fees should be waived and did not accept the bill.",
     [("waive", None, RECOMMENDATION, "+", "fees")]),
    ("Guides should be certified by UNODC and should be paid.",
     [("certify", "unodc", RECOMMENDATION, "+", "Guides"), ("pay", None, RECOMMENDATION, "+", None)]),
    ("Pilots should be trained, and the ports would need support.",
     [("train", None, RECOMMENDATION, "+", "Pilots"), ("support", None, NECESSITY, "+", "ports")]),
]  # fmt: skip
PHRASES: list[Row] = [
    ("States should keep the Board fully informed of changes.",
     [("inform", "member_states", RECOMMENDATION, "+", "Board")]),
    ("Tariffs had to be kept under constant review.", [("review", None, OBLIGATION, "+", "Tariffs")]),
    ("The strike must come to an end.", [("end", None, OBLIGATION, "+", None)]),
    ("Rural schools should be given due consideration.", [("consider", None, RECOMMENDATION, "+", "schools")]),
    ("Assessments of the river must be made.", [("assess", None, OBLIGATION, "+", "river")]),
    ("Joint exercises should be carried out.", [("carry out", None, RECOMMENDATION, "+", "exercises")]),
    ("States should keep the seals.", [("keep", "member_states", RECOMMENDATION, "+", "seals")]),
    ("Terms must be agreed, with the active participation of farmers.",
     [("agree", None, OBLIGATION, "+", "Terms"), ("participate", "farmers", OBLIGATION, "+", None)]),
    ("States should survey the reef with the involvement of divers.",
     [("survey", "member_states", RECOMMENDATION, "+", "reef"),
      ("involve", "member_states", RECOMMENDATION, "+", "divers")]),
    ("The plan was drawn up with the involvement of divers and should be adopted.",
     [("adopt", None, RECOMMENDATION, "+", "plan")]),
    ("Reefs should continue to be mapped.", [("map", None, RECOMMENDATION, "+", "Reefs")]),
    ("Clinics need to continue to be adequately staffed by donors.",
     [("staff", "donors", NECESSITY, "+", "Clinics")]),
    ("The fund should continue.", [("continue", None, RECOMMENDATION, "+", None)]),
    ("States should address and meet special needs caused by severe storms, the low level of the sea and fragile ice.",
     [("address", "member_states", RECOMMENDATION, "+", "needs"),
      ("meet", "member_states", RECOMMENDATION, "+", "needs")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*SHARED, *ASKED_AFAR, *NEEDED, *PHRASES])
def test_actions_told_by_more_than_one_verb(
    text: str, expected: list[tuple[str, str | None, str, str, str | None]]
) -> None:
    test_actions(text, expected)


@pytest.mark.parametrize(("text", "expected"), [*NESTED, *SHUNNED, *FAR, *LISTS])
def test_actions_that_small_parsers_hide(
    text: str, expected: list[tuple[str, str | None, str, str, str | None]]
) -> None:
    test_actions(text, expected)


@pytest.mark.parametrize(("text", "expected"), [*MODALS, *NO_ACTIONS, *SEMI_MODALS, *NEEDS, *DIRECTIVES, *LIGHT])
def test_actions(text: str, expected: list[tuple[str, str | None, str, str, str | None]]) -> None:
    rows = analysed(text).actions
    assert [(a.lemma, a.agent, a.strength, a.polarity) for a in rows] == [one[:4] for one in expected]
    for row, (*_, word) in zip(rows, expected, strict=True):
        assert word is None or word in (row.object or "").split()


# paragraph, opening, (lemma, agent) in order
OPERATIVE = [
    ("Calls upon Member States to adopt and implement plans;", "Calls upon",
     [("adopt", "member_states"), ("implement", "member_states")]),
    ("Urges States to adopt laws, to ensure, as appropriate, that farmers are protected, and to report on progress;",
     "Urges", [("adopt", "member_states"), ("ensure", "member_states"), ("report", "member_states")]),
    ("Requests the Secretary-General, in close consultation with Member States, to submit a report;", "Requests",
     [("submit", "secretary_general")]),
    ("Encourages Member States that have not yet done so to ratify the Convention;", "Encourages",
     [("ratify", "member_states")]),
    ("Decides to include the item in its agenda;", "Decides", [("include", "general_assembly")]),
    ("Reiterates its call upon Member States to pay their contributions;", "Reiterates its call upon",
     [("pay", "member_states")]),
    ("Calls for the immediate withdrawal of troops;", "Calls for", [("withdraw", None)]),
    ("Decides that the Secretary-General is to publish the list each year;", "Decides",
     [("publish", "secretary_general")]),
    ("Decides that elections are to be held in May;", "Decides", [("hold", None)]),
    ("Encourages States to examine and address, within their means, the causes of poverty;", "Encourages",
     [("examine", "member_states"), ("address", "member_states")]),
    ("Reaffirms its resolution 70/1, and takes note of the report;", "Reaffirms", []),
    ("Recognizing the need to protect farmers, and welcoming the work of the Office,", "Recognizing",
     [("protect", None)]),
    ("Emphasizing the need for respect for, and the preservation of, the unity of the country,", "Emphasizing",
     [("respect", None), ("preserve", None)]),
    ("URGES Member States to fund the plan;", "URGES", [("fund", "member_states")]),
    ("Calls upon States to adopt and fund border plans, where needed, to detect, deter and stop smuggling;",
     "Calls upon", [("adopt", "member_states"), ("fund", "member_states")]),
    ("Urges States to train judges, to inform parents and to report the results;", "Urges",
     [("train", "member_states"), ("inform", "member_states"), ("report", "member_states")]),
    ("Requests UNODC to support forensic laboratories, while strictly respecting its mandate;", "Requests",
     [("support", "unodc"), ("respect", "unodc")]),
    ("Decides to continue its examination of the reports;", "Decides", [("examine", "general_assembly")]),
    ("Calls for the cessation of all hostilities;", "Calls for", [("cease", None)]),
    ("Encourages the States members of the African Union to ratify the treaty;", "Encourages",
     [("ratify", "member_states")]),
]  # fmt: skip
# the same; long series, told by their form alone, and what only looks like one of the series
MS, SG = "member_states", "secretary_general"
LONG_SERIES = [
    ("Urges Member States to end the fishing of sharks, including by trawlers, to return those who were caught and to "
     "pay for the repair of their nets and to report losses, and to inspect, in port, all vessels;", "Urges",
     [("end", MS), ("return", MS), ("pay", MS), ("report", MS), ("inspect", MS)]),
    ("Calls upon Member States to provide all the seed necessary to the villages, support the planting of trees and "
     "widen roads for trade;", "Calls upon", [("provide", MS), ("support", MS), ("widen", MS)]),
    ("Requests the Secretary-General to review, revise and publish the handbook;", "Requests",
     [("review", SG), ("revise", SG), ("publish", SG)]),
    ("Urges Member States to fence wells, and, while observing the rights of herders and of their families, to ban the "
     "sale of the land;", "Urges", [("fence", MS), ("observe", MS), ("ban", MS)]),
    ("Requests the Secretary-General to train judges, in order to, with the help of donors, reduce arrears;",
     "Requests", [("train", SG)]),
    ("Urges Member States to build shelters that admit families, protect children and feed the hungry;", "Urges",
     [("build", MS)]),
    ("Encourages Member States to set up units to trace weapons and to destroy them;", "Encourages", [("set up", MS)]),
    ("Calls upon Member States to ensure that pilots, in the course of their duties, do not smoke;", "Calls upon",
     [("ensure", MS)]),
    ("Urges Member States to ratify the treaty, while recalling the pledges made in Nairobi;", "Urges",
     [("ratify", MS)]),
]  # fmt: skip
# the same; directives far from the first, or beside another
LATER_DIRECTIVES = [
    ("Reaffirms that it is for the islanders to choose their flag, and in that connection calls upon the "
     "Secretary-General, in consultation with their elders, to organize the vote;", "Reaffirms",
     [("organize", SG)]),
    ("Takes note of the review of the rules, including those adopted in Lima and at the seminar on ports, and in this "
     "regard appeals to Member States to fund the seminar;", "Takes note", [("fund", MS)]),
    ("Welcomes the report, and, for that purpose, invites the Secretary-General to convene a panel;", "Welcomes",
     [("convene", SG)]),
    ("Calls upon UNODC and invites UNICEF to share their findings;", "Calls upon",
     [("share", "unodc"), ("share", "unicef")]),
    ("Condemns killings of whales, acts of piracy and reports of slavery;", "Condemns", []),
    ("Welcomes efforts to curb noise, and requests for advice from ports;", "Welcomes", []),
]  # fmt: skip
# the same; verbs that carry what is to be done at some distance
CARRIED_FAR = [
    ("Requests Member States to take all measures necessary to restore and replant the dunes;", "Requests",
     [("restore", MS), ("replant", MS)]),
    ("Calls upon Member States to take the following steps, as proposed by the Board, to reopen schools;",
     "Calls upon", [("reopen", MS)]),
    ("Urges Member States to make renewed efforts, in line with the Charter, to locate hostages;", "Urges",
     [("locate", MS)]),
    ("Decides also, taking into account the views of donors, to apportion among States the sum of 5 dollars;",
     "Decides", [("apportion", "general_assembly")]),
    ("Decides further, bearing in mind the wishes of the Board, to hold the meeting at its ninth session;", "Decides",
     [("hold", "general_assembly")]),
    ("Decides also that the Board, asked to speak, met;", "Decides", []),
    ("Invites Member States to make arrangements, where needed, and to report to the Board;", "Invites",
     [("arrange", MS), ("report", MS)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "opening", "expected"), [*LONG_SERIES, *LATER_DIRECTIVES, *CARRIED_FAR])
def test_operative_paragraphs_by_their_form(text: str, opening: str, expected: list[tuple[str, str | None]]) -> None:
    test_operative_paragraphs(text, opening, expected)


@pytest.mark.parametrize(("text", "opening", "expected"), OPERATIVE)
def test_operative_paragraphs(text: str, opening: str, expected: list[tuple[str, str | None]]) -> None:
    rows = analysed(text, opening).actions
    assert [(row.lemma, row.agent) for row in rows] == expected
    assert {row.source for row in rows} <= {"general_assembly"}


# item, chapeau, (lemma, agent, polarity, strength)
ITEMS = [
    ("To submit a report and to consult donors;", "Urges|Urges the Secretary-General:",
     [("submit", "secretary_general", "+", RECOMMENDATION), ("consult", "secretary_general", "+", RECOMMENDATION)]),
    ("Not to recognize the annexation;", "Calls upon|Calls upon States:",
     [("recognize", "member_states", "-", RECOMMENDATION)]),
    ("Designing and funding schools;", "Invites|Invites States to act, including by:",
     [("design", "member_states", "+", ENCOURAGEMENT), ("fund", "member_states", "+", ENCOURAGEMENT)]),
    ("Strengthen the exchange of data;", "Member States should:",
     [("strengthen", "member_states", "+", RECOMMENDATION)]),
    ("The release of all prisoners;", "Calls for|Calls for:", [("release", None, "+", RECOMMENDATION)]),
    ("Ratify the Convention (France) (Lithuania);", "The recommendations below have been examined by Slovenia:",
     [("ratify", "svn", "+", RECOMMENDATION)]),
    ("In line with their laws, to examine options;", "Urges|Urges States:",
     [("examine", "member_states", "+", RECOMMENDATION)]),
    ("Where appropriate, to consult farmers;", "Urges|Urges States:",
     [("consult", "member_states", "+", RECOMMENDATION)]),
    ("A peaceful resolution of the dispute;", "Calls for|Calls for:", [("resolve", None, "+", RECOMMENDATION)]),
    ("Training was under way;", "The Chair summarized the discussion as follows:", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "chapeau", "expected"), ITEMS)
def test_items_inherit_from_their_chapeau(text: str, chapeau: str, expected: list[tuple[str, str, str, str]]) -> None:
    rows = [row for row in analysed(text, None, chapeau).actions if row.point == "1(a)"]
    assert [(row.lemma, row.agent, row.polarity, row.strength) for row in rows] == expected


SLOTS = [
    ("States should provide training to farmers.", "recipient", "farmers"),
    ("States should provide assistance to developing countries.", "recipient", "developing_countries"),
    ("Laws should, where appropriate, be adopted.", "condition", "where appropriate"),
    ("States should report if seizures rise.", "condition", "if seizures rise"),
    ("Participants stressed that States should share data.", "source", "participants"),
    ("The need for data was noted. States should share them.", "source", None),
    ("States should continue facilitating trade.", "aim", "continue facilitating"),
    ("The treaty should be ratified.", "aim", "be ratified"),
    ("States should share data.", "cue", "should"),
    ("It is essential to share data.", "cue", "essential"),
    ("Laws should be adopted by Member States.", "agent_text", "Member States"),
    ("Laws should be adopted by Member States.", "agents", "member_states"),
    ("WHO and UNODC should share data.", "agents", "who; unodc"),
    ("Data should be shared.", "agents", None),
]


@pytest.mark.parametrize(("text", "slot", "expected"), SLOTS)
def test_slots(text: str, slot: str, expected: str | None) -> None:
    assert getattr(analysed(text).actions[-1], slot) == expected
