"""What a point cites: text, what is found; whose number it is; what is taken apart; what is near and is nothing."""

import pytest

from cnd_tools.extracting.citations import find_citations
from cnd_tools.extracting.citations.patterns import patterns
from cnd_tools.lexicon import load
from cnd_tools.records import Document, Masthead
from cnd_tools.segmenting import segment

NUMBERED = [
    ("Recalling its resolution 70/1 of 25 September 2015,", ["A/RES/70/1"]),
    ("Recalling its resolutions 70/1, 70/299 and 71/5 to 71/8,",
     ["A/RES/70/1", "A/RES/70/299", "A/RES/71/5", "A/RES/71/6", "A/RES/71/7", "A/RES/71/8"]),
    ("Recalling its resolutions 46/182 of 19 December 1991, 58/114 of 17 December 2003 and 72/262 C,",
     ["A/RES/46/182", "A/RES/58/114", "A/RES/72/262C"]),
    ("Recalling resolutions 48/218 A and B,", ["A/RES/48/218A", "A/RES/48/218B"]),
    ("Recalling its resolutions 217 A (III) and 1514 (XV),", ["A/RES/217(III)[A]", "A/RES/1514(XV)"]),
    ("Recalling its resolution ES-10/15 and its decision 77/553,", ["A/RES/ES-10/15", "A/DEC/77/553"]),
    ("Recalling Security Council resolutions 1325 (2000) and 1820 (2008),", ["S/RES/1325 (2000)", "S/RES/1820 (2008)"]),
    ("Recalling Economic and Social Council resolution 2007/24,", ["E/RES/2007/24"]),
    ("Recalling resolution 2007/24,", ["E/RES/2007/24"]),
    ("Recalling resolution S‑10/2,", ["A/RES/S-10/2"]),
    ("Resolutions 56/183 and 57/238; Decision 77/553.", ["A/RES/56/183", "A/RES/57/238", "A/DEC/77/553"]),
    ("Recalling Human Rights Council resolutions 5/1, on institution-building, and 5/2, on the code of conduct,",
     ["A/HRC/RES/5/1", "A/HRC/RES/5/2"]),
    ("Welcoming resolution 16/21 of the Human Rights Council,", ["A/HRC/RES/16/21"]),
    ("Taking note of resolution 55/12 of 16 March 2012, adopted by the Commission on Narcotic Drugs,",
     ["E/CN.7/RES/55/12"]),
    ("Noting the adoption by the Human Rights Council of its resolution 19/23,", ["A/HRC/RES/19/23"]),
    ("Noting the report of the Economic and Social Council, and recalling its resolution 70/1,", ["A/RES/70/1"]),
    ("Recalling all Human Rights Council resolutions on water, including resolutions 44/7 and 46/7 of 23 March 2021,",
     ["A/HRC/RES/44/7", "A/HRC/RES/46/7"]),
    ("Recalling decisions 2022/2 and 2022/3 of the Executive Board of the Programme,", [None, None]),
    ("Recalling decision 1/CP.21 and decision BC-10/4,", ["1/CP.21", "BC-10/4"]),
    ("Recalling World Health Assembly resolution WHA66.8,", ["WHA66.8"]),
    ("Recalling resolution 5/14 of the United Nations Environment Assembly,", ["UNEP/EA.5/Res.14"]),
    ("The Commission on Narcotic Drugs met. Recalling Commission resolution 66/1,", ["E/CN.7/RES/66/1"]),
    ("Recalling resolutions 415(V) of 1 December 1950 and 32/60,", ["A/RES/415(V)", "A/RES/32/60"]),
    ("Recalling resolutions MEPC.99(48) and A.744(18), decision EB148(2) and resolution CD53.R14,",
     ["MEPC.99(48)", "A.744(18)", "EB148(2)", "CD53.R14"]),
    ("Recalling decisions CP-VIII/9, NP-2/11 and SC-5/16,", ["CP-VIII/9", "NP-2/11", "SC-5/16"]),
    ("In line with Resolution Conf. 12.3 (Rev. CoP17) and CITES Decisions 17.203 to 17.205,",
     ["CITES Conf. 12.3 (Rev. CoP17)", "cites", "CITES 17.203", "CITES 17.204", "CITES 17.205"]),
    ("Recalling Resolution VIII.25 on wetlands,", ["Ramsar VIII.25"]),
    ("Recalling Commission resolution 66/1 of 17 March 2023,", [None]),
    ("Recalling Security Council resolutions 1265 (1999),1674 (2006) on civilians; 1612 (2005) on children; and "
     "1325 (2000) on women,", ["S/RES/1265 (1999)", "S/RES/1674 (2006)", "S/RES/1612 (2005)", "S/RES/1325 (2000)"]),
    ("Under Resolution Conf. 19.2 the Committee shall carry out Decisions 19.11 and 19.12.",
     ["CITES Conf. 19.2", "CITES 19.11", "CITES 19.12"]),
    ("Recalling the high-level meeting on the prevention of diseases, on which the Assembly resolved in its "
     "resolution 68/300 of 10 July 2014, and its resolution 72/139,", ["A/RES/68/300", "A/RES/72/139"]),
    ("Recalling Human Rights Council resolution 6/30 and decision 6/102 of 27 September 2007,",
     ["A/HRC/RES/6/30", "A/HRC/DEC/6/102"]),
    ("Noting that resolutions 1993/42 and 1993/43 adopted by the Subcommission on Prevention of Discrimination and "
     "Protection of Minorities are to be considered,", ["E/CN.4/Sub.2/RES/1993/42", "E/CN.4/Sub.2/RES/1993/43"]),
    ("In line with WHA75.8, decision WHA74(15) and EB125.R1,", ["WHA75.8", "WHA74(15)", "EB125.R1"]),
    ("Recalling Economic and Social Council resolution 588 B IV(XX),", ["E/RES/588(XX)[B]"]),
    ("Recalling decision SS.IX/3 of the Governing Council of UNEP,", ["UNEP/GC/DEC/SS.IX/3"]),
    ("Recalling decision 92/2 of the Committee,", [None]),
    ("Recalling decision 531 (LXIV) of the Trade and Development Board,", [None]),
    ("Recalling the Parliamentary Assembly of the Council of Europe and its Resolution 1689 (2009),",
     ["PACE Resolution 1689 (2009)"]),
    ("Recalling Resolution 1689 (2009) on the future,", [None]),
    ("Amending Regulations (EU) No 1/2013, (EU) No 3/2013 and (EU) 2014/5, and Directives 2003/87/EC and 2004/8/EC,",
     ["Regulation (EU) No 1/2013", "Regulation (EU) No 3/2013", "Regulation (EU) 2014/5", "Directive 2003/87/EC",
      "Directive 2004/8/EC"]),
    ("Recalling WHA resolutions 60.29 and 67.20,", ["WHA60.29", "WHA67.20"]),
    ("Recalling Trade and Development Board decision 531 (LXVI) and resolution 532 (LXVI),", [None, "A/RES/532(LXVI)"]),
    ("Recalling Executive Board decision 2031/13,", [None]),
    ("Recalling Human Settlements Programme resolution 26/8,", ["HSP/GC/RES/26/8"]),
    ("Recalling Economic and Social Commission for Asia and the Pacific resolution 71/11,", ["E/ESCAP/RES/71/11"]),
    ("Recalling 38 C/Resolution 104, 196 EX/Decision 5 and document 197 EX/7, and the 3 C of it,",
     ["38 C/Resolution 104", "196 EX/Decision 5", "197 EX/7"]),
    ("See GC(61)/INF/4, GC(60)/RES/12, EX.CL/Dec.71(XII)Rev.1 and Assembly/AU/19(XXIV)Add.4.",
     ["GC(61)/INF/4", "GC(60)/RES/12", "EX.CL/Dec.71(XII)Rev.1", "Assembly/AU/19(XXIV)Add.4"]),
    ("Achieve targets 3.5 and 16.4 of the Sustainable Development Goals.",
     ["SDG 3.5", "SDG 16.4"]),
    ("Recalling the Convention on Road Traffic, States amend the said Convention and that Convention's annex,",
     ["convention_on_road_traffic"]),
]  # fmt: skip
NAMED = [
    ("See E/CN.7/2011/8 and A/65/190 and Add.1–3.",
     ["E/CN.7/2011/8", "A/65/190", "A/65/190/Add.1", "A/65/190/Add.2", "A/65/190/Add.3"]),
    ("See A/70/95-S/2015/446, S/RES/1325 (2000) and UNEP/EA.5/Res.14.",
     ["A/70/95", "S/2015/446", "S/RES/1325 (2000)", "UNEP/EA.5/Res.14"]),
    ("Treaty Series, vol. 976, No. 14152, and a publication (Sales No. E.93.I.8).",
     ["single_convention_1961", "Sales No. E.93.I.8"]),
    ("Ibid., vol. 2955, No. 51379.", ["UNTS 51379"]),
    ("Reaffirming the three international drug control conventions,",
     ["single_convention_1961", "convention_on_psychotropic_substances_1971", "trafficking_convention_1988"]),
    ("States parties to the Convention on the Rights of the Child and its Optional Protocols,",
     ["convention_on_the_rights_of_the_child"]),
    ("Ratify the 1961 Convention on the Reduction of Statelessness;", ["convention_on_statelessness_1961"]),
    ("Ratify the Domestic Workers Convention, 2011 (No. 189), and ILO Conventions Nos. 29 and 105;",
     ["ILO C189", "ILO C29", "ILO C105"]),
    ("The 2030 Agenda and the Vienna Declaration and Programme of Action guide us.",
     ["2030_agenda", "vienna_declaration_and_programme_of_action"]),
    ("The Convention on Road Traffic and the Lomé Declaration on Fisheries were recalled.",
     ["convention_on_road_traffic", "lomé_declaration_on_fisheries"]),
    ("The Kyoto Declaration on Advancing Crime Prevention, Criminal Justice and the Rule of Law was recalled.",
     ["kyoto_declaration_on_advancing_crime_prevention_criminal_justice_and_the_rule_of_law"]),
    ("Adopting the outcome document entitled “Lomé Consensus on Ports”, and the Lomé Action Plan, 2031–2040,",
     ["lomé_consensus_on_ports", "lomé_action_plan_2031_2040"]),
    ("See the Accra Programme of Action on Ports for the Decade 2031–2040 and the Lagos Plan of Action on Wells "
     "(2031–2035).",
     ["accra_programme_of_action_on_ports_for_the_decade_2031_2040", "lagos_plan_of_action_on_wells_2031_2035"]),
    ("The Lomé Action Plan 2031–2040 was read. States should apply the Lomé Action Plan.",
     ["lomé_action_plan_2031_2040"]),
    ("Parties to the 1968 Convention on Road Traffic and to the 1998 Agreement on Lamps,",
     ["convention_on_road_traffic", "agreement_on_lamps"]),
    ("The Inter-American Convention against Corruption is older than the Merida Convention.",
     ["inter_american_convention_against_corruption", "convention_against_corruption"]),
    ("Guided by the Guidelines on the Role of Prosecutors, the Mandela Rules and the Bangkok Rules,",
     ["guidelines_on_the_role_of_prosecutors", "nelson_mandela_rules", "bangkok_rules"]),
    ("ILO Convention concerning Decent Work for Domestic Workers (No. 189) and Recommendation No. 201,",
     ["ILO C189", "ILO R201"]),
    ("Party to the African Convention Governing Trade.", ["african_convention_governing_trade"]),
    ("The Committee on the Implementation of the Paris Agreement met. We stand by the Agreement.", ["paris_agreement"]),
    ("Having signed the Paris Agreement, we stand by the Agreement.", ["paris_agreement"]),
    ("The Convention on the Carriage of Goods, 1973 (hereinafter referred to as the “1973 Convention”), and article 3 "
     "of the 1973 Convention.", ["convention_on_the_carriage_of_goods"]),
    ("The Lomé Declaration on Fisheries (“the Lagoon Pledge”) binds us; the Lagoon Pledge is kept.",
     ["lomé_declaration_on_fisheries"]),
    ("The Optional Protocol to the Ghent Convention in April 2003.", ["optional_protocol_to_the_ghent_convention"]),
    ("Goals 3, 5 and 14 to 16, and target 3.5, of the Sustainable Development Goals,",
     ["SDG 3", "SDG 5", "SDG 14", "SDG 15", "SDG 16", "SDG 3.5", "SDG"]),
    ("Millennium Development Goal 5 and SDG targets 8.7 and 16.2,", ["MDG 5", "SDG 8.7", "SDG 16.2"]),
    ("Targets 16.1–16.4 and 3.5.", ["SDG 16.1", "SDG 16.2", "SDG 16.3", "SDG 16.4", "SDG 3.5"]),
    ("Under article 7 of the ITU Constitution and the Constitution of the International Labour Organization; the "
     "Constitution of Norway is old.", ["itu_constitution", "ilo_constitution"]),
    ("The sustainable development goals and the Millennium development goals guide us.", ["SDG", "MDG"]),
    ("In line with the Protocol Relating to the Establishment of the Harbour Council,",
     ["protocol_relating_to_the_establishment_of_the_harbour_council"]),
    ("Recalling the Regional Agreement on Access to Harbours in Lagos (the Escazú Agreement) and the Principles on "
     "Fair Fees (the Accra Principles). The Accra Principles bind us.",
     ["escazú_agreement", "principles_on_fair_fees"]),
    ("The Lagos Principles on Harbours and the Declaration of the United Nations Conference on the Human Environment "
     "(Stockholm Declaration) guide us.", ["lagos_principles_on_harbours", "stockholm_declaration"]),
    ("Parties to the 1961, 1971 and 1988 Conventions,",
     ["single_convention_1961", "convention_on_psychotropic_substances_1971", "trafficking_convention_1988"]),
    ("The 2006 and 2011 political declarations on HIV/AIDS bind us.",
     ["political_declaration_on_hiv_aids_2006", "political_declaration_on_hiv_aids_2011"]),
    ("See documents EB148/12 and A75/10, and S/PRST/2014/16.", ["EB148/12", "A75/10", "S/PRST/2014/16"]),
    ("Under Decision Assembly/AU/Dec.527(XXIII) of the Union,", ["Assembly/AU/Dec.527(XXIII)"]),
    ("In line with Article 73 of the Charter,", ["charter_of_the_united_nations"]),
    ("Having joined the Lagos Charter on Lagoons, we stand by the Charter.", ["lagos_charter_on_lagoons"]),
    ("The Convention on Wetlands and Resolution XIII.20 guide us.", ["ramsar_convention", "Ramsar XIII.20"]),
    ("The Lagos Agenda for Lagoons or Reefs towards Peace was recalled.",
     ["lagos_agenda_for_lagoons_or_reefs_towards_peace"]),
    ("Recalling UNSCR 1325 and Security Council resolutions 1820 and 2250 (2015),",
     ["S/RES/1325 (2000)", "S/RES/1820 (2008)", "S/RES/2250 (2015)"]),
    ("Ratify CEDAW, ICRMW, OP-CAT and the CED; the CRPD Committee and CAT recommended it.",
     ["cedaw", "convention_on_migrant_workers", "convention_against_torture_optional_protocol",
      "convention_on_enforced_disappearance"]),
    ("The Rotterdam, Minamata and Stockholm Conventions and the Treaties of Tlatelolco and Pelindaba were recalled.",
     ["rotterdam_convention", "minamata_convention", "stockholm_convention", "treaty_of_tlatelolco",
      "treaty_of_pelindaba"]),
    ("Ratify the First and Second Optional Protocols to the International Covenant on Civil and Political Rights;",
     ["iccpr_first_optional_protocol", "iccpr_second_optional_protocol"]),
    ("The Conference of the Parties to the Minamata Convention and the Paris Agreement Implementation Committee met.",
     []),
    ("Under Regulation (EU) 2031/679, Directive 2031/98/EC and resolution AG/RES. 2893 (LXI-O/31),",
     ["Regulation (EU) 2031/679", "Directive 2031/98/EC", "AG/RES.2893 (LXI-O/31)"]),
    ("See CAT/C/SR.1101 and 1102 and CAT/C/SR.9, held on 7 May.", ["CAT/C/SR.1101", "CAT/C/SR.1102", "CAT/C/SR.9"]),
    ("Having signed the Paris Agreement, since the entry into force of the Agreement for the State party,",
     ["paris_agreement"]),
    ("See A/91/6 (Sect. 25), A/CONF.9/24 (Part I), A91/7 Rev.1 and BWC/CONF.VIII/4.",
     ["A/91/6 (Sect. 25)", "A/CONF.9/24 (Part I)", "A91/7 Rev.1", "BWC/CONF.VIII/4"]),
    ("Ratify ILO Convention 189, ILO Conventions No. 87 and No. 98, and apply ILO Recommendation No. 202.",
     ["ILO C189", "ILO C87", "ILO C98", "ILO R202"]),
    ("SDG6, SDG16.3 and Sustainable Development Goals 7 (on energy), 11 (on cities) and 12.",
     ["SDG 6", "SDG 16.3", "SDG 7", "SDG 11", "SDG 12"]),
    ("The Accord of the Lagos Peoples was read. The Lagos Charter on Human and Peoples’ Rights, and that same Charter.",
     ["lagos_charter_on_human_and_peoples_rights"]),
    ("The Council had before it documents IP/C/W/6 and IP/C/M/8, and press release GA/SHC/9.",
     ["IP/C/W/6", "IP/C/M/8", "GA/SHC/9"]),
    ("The report (CP/doc.99/31 add. 1) and ECE/CP.TEIA/2031/5 and UNEP/OzL.Pro.38/10 were noted.",
     ["CP/doc.99/31", "ECE/CP.TEIA/2031/5", "UNEP/OzL.Pro.38/10"]),
    ("As set forth in President’s statement PRST/8/1.", ["PRST/8/1"]),
    ("He linked the TRIPS Agreement and the CBD.",
     ["agreement_on_trade_related_aspects_of_intellectual_property_rights", "convention_on_biological_diversity"]),
    ("Parties recalled their commitments under the FCCC.", ["unfccc"]),
    ("Peru had achieved the Millennium Development Goal on water.", ["MDG"]),
    ("They reaffirmed the 1961 Single Convention on Narcotic Drugs, amended by the 1972 Protocol.",
     ["single_convention_1961"]),
]  # fmt: skip
NOTHING = [
    "The report of the Chair entitled “Our Common Harbour Agenda” was noted.",
    "A panel discussion entitled “Towards a Lomé Consensus” was held.",
    "In his report “A New Agenda for Ports”, the Chair told of it; so does Our Common Agenda.",
    "The Consensus Building Institute spoke.",
    "Recalling its relevant resolutions and decisions,",
    "HIV/AIDS, A/H1N1 and/or 24/7 care for 30/40 per cent; S/he decides N/A.",
    "The Convention Secretariat held a Constitutional convention.",
    "Target groups of 30 per cent, and two targets 10 and 11.",
    "Tax treaties and CBD oil were noted, as was H/PRST/2; the goal on water is near.",
    "The Special Committee on the Situation with regard to the Implementation of the Declaration on the Granting of "
    "Independence to Colonial Countries and Peoples met.",
    "This Convention is open for signature.",
    "The Draft Provisional Agenda was circulated.",
    "See B148/12 and A5/3, all of 2021; 24/7 services.",
    "As set out in the present resolution and the following paragraphs.",
    "The Council of Ministers agreed with the Government.",
    "The Committee (CRC) and CEDAW noted it; a national CAT scanner was bought.",
    "The National Action Plan was read out.",
    "As outlined in the present Action Agenda, and guided by the Common Principles.",
    "General recommendation No. 19 was recalled.",
]


def cited(text, **masthead):
    head = Masthead(**(masthead or {"body": "General Assembly"}))
    segmented = segment(Document("d", text, masthead=head))
    return [row.cited for row in find_citations(segmented, lexicon=load())]


@pytest.mark.parametrize(("text", "expected"), NUMBERED)
def test_numbers_of_resolutions(text, expected):
    assert cited(text) == expected


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_symbols_and_names(text, expected):
    assert cited(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_citation(text):
    assert cited(text) == []


@pytest.mark.parametrize(
    ("masthead", "expected"),
    [
        ({"body": "Commission on Narcotic Drugs"}, "E/CN.7/RES/55/12"),
        ({"body": "General Assembly"}, "A/RES/55/12"),
        ({"symbol": "E/CN.7/2012/L.3"}, "E/CN.7/RES/55/12"),
        ({"symbol": "A/HRC/55/L.3"}, "A/HRC/RES/55/12"),
        ({"title": "A report"}, None),
    ],
)
def test_a_bare_number_is_of_the_body_whose_document_it_is(masthead, expected):
    assert cited("Recalling resolution 55/12,", **masthead) == [expected]


def test_other_paragraphs_are_points_of_the_document():
    text = (
        "1. Decides as follows:\n\n(a) First;\n\n(b) Second;\n\n2. Recalls paragraph 1 (a) above, paragraphs "
        "1 (a) and (b) below, paragraph 9 above and paragraph 11 of resolution 70/1;\n\n"
        "3. See paragraphs 1 to 4 of the present report;\n\n"
        "4. Notes the fund (see para. 2) and A/70/12, para. 1;\n"
    )
    found = find_citations(segment(Document("d", text, masthead=Masthead(body="General Assembly"))), lexicon=load())
    assert [(row.point, row.type, row.cited) for row in found] == [
        ("2", "paragraph", "1(a)"),
        ("2", "paragraph", "1(b)"),
        ("2", "paragraph", None),
        ("2", "resolution", "A/RES/70/1"),
        ("3", "paragraph", "1"),
        ("3", "paragraph", "2"),
        ("3", "paragraph", "3"),
        ("3", "paragraph", "4"),
        ("4", "paragraph", "2"),
        ("4", "document", "A/70/12"),
    ]


def test_each_thing_stands_once_a_point_with_its_words():
    text = "1. The Paris Agreement, resolution 70/1, the Paris Agreement and A/RES/70/1."
    found = find_citations(segment(Document("d", text, masthead=Masthead(body="General Assembly"))), lexicon=load())
    assert [(row.cited, row.text) for row in found] == [
        ("paris_agreement", "Paris Agreement"),
        ("A/RES/70/1", "resolution 70/1"),
    ]
    assert [text[row.start : row.end] for row in found] == [row.text for row in found]


@pytest.mark.parametrize("one", patterns().values(), ids=lambda one: one.id)
def test_each_pattern_finds_its_examples_and_no_near_miss(one):
    assert len(one.examples) >= 1
    assert len(one.near_misses) >= 1
    for text, expected in one.examples:
        found = next(one.finditer(text), None)  # what it needs too
        assert found is not None, text
        assert found[0] == expected
    for text in one.near_misses:
        assert one.regex.search(text) is None, text


@pytest.mark.parametrize(
    ("symbol", "text", "expected"),
    [
        ("FCCC/SBI/2031/4", "Recalling Article 4 of the Convention,", ["unfccc"]),
        ("CRC/C/GC/31", "States apply the Convention and the Optional Protocol to the Convention on the Rights of the "
         "Child on a communications procedure.",
         ["convention_on_the_rights_of_the_child", "crc_optional_protocol_communications"]),
        ("CRC/C/GC/31", "States apply the Convention on Road Traffic. The Convention is theirs.",
         ["convention_on_road_traffic"]),
        ("A/81/4", "Recalling Article 4 of the Convention,", []),
    ],
)  # fmt: skip
def test_whose_convention_a_document_means(symbol, text, expected):
    document = Document("d", text, masthead=Masthead(symbol=symbol))
    found = find_citations(segment(document), lexicon=load())
    assert [row.cited for row in found] == expected


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("Conference of the Parties to the Stockholm Convention", ["stockholm_convention"]),
        ("Parties to this Convention apply the Vienna Convention on the Law of Treaties.", []),
        ("States apply the Vienna Convention on the Law of Treaties.", ["vienna_convention_law_of_treaties"]),
    ],
)
def test_which_convention_is_meant(first, expected):
    text = f"{first}\n\n1. Each Party shall report in accordance with article 15 of the Convention.\n"
    found = find_citations(segment(Document("d", text)), lexicon=load())
    assert [row.cited for row in found if row.point == "1"] == expected
