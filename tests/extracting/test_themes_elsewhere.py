"""Themes in texts on every subject: declarations, reviews, bulletins, treaties; each family with its near misses."""

from __future__ import annotations

import pytest
from spacy.language import Language

from cnd_tools.extracting.themes import themes
from cnd_tools.pipeline import load_model

# What a sentence speaks of, all of it; the near miss stands beside the words it resembles.
SENTENCES = [
    ("Violence against women and girls was condemned.", "human_rights vulnerable_groups"),
    ("Domestic violence was condemned.", "human_rights"),
    ("Drug-related violence was condemned.", "security_and_stability"),
    ("The peoples need protection from violence.", "security_and_stability"),
    ("The violence of the storm was noted.", ""),
    ("Regional development banks and the World Bank attended.", ""),
    ("Commercial banks were consulted.", "private_sector"),
    ("Commercial banks attended.", ""),
    ("A high-level meeting was held in May.", ""),
    ("The high-level segment adopted an outcome.", "policy_commitments"),
    ("Voluntary national reviews were presented.", "policy_commitments"),
    ("Literary reviews were presented.", ""),
    ("The Conference of the Parties to the Convention met in May.", ""),
    ("The Financial Regulations and Rules apply.", ""),
    ("A law on equality was drafted.", "human_rights legislation_and_treaties"),
    ("Accession to ICCPR was recommended.", "human_rights legislation_and_treaties"),
    ("The instruments of ratification were handed to the depositary.", "legislation_and_treaties"),
    ("The instruments of the orchestra were handed to the players.", ""),
    ("The requested State may refuse mutual assistance.", "judicial_cooperation"),
    ("Victims had a right to an effective remedy.", "human_rights judicial_cooperation vulnerable_groups"),
    ("An effective teacher was wanted.", ""),
    ("The funding of the secretariat was discussed.", ""),
    ("Funding for developing countries was discussed.", "technical_assistance"),
    ("Predictable funding for the secretariat was called for.", ""),
    ("Predictable funding for drug treatment was called for.", "technical_assistance treatment_and_rehabilitation"),
    ("The pandemic spread.", "public_health"),
    ("Sustainable recovery from drug dependence was praised.", "demand_reduction treatment_and_rehabilitation"),
    ("The ship sinks, and so do the sources.", ""),
    ("Debt has grown since before the pandemic; it predated the pandemic.", "economic_development public_health"),
    ("A post-pandemic party was held.", ""),
    ("Debt treatment and a rapid recovery were sought.", "economic_development"),
    ("Treatment and recovery support were sought.", "treatment_and_rehabilitation"),
    ("Social norms, practices and customs persisted.", ""),
    ("Social development and the minimum wage were discussed.", "economic_development"),
    ("Gender inequality was discussed.", "human_rights"),
    ("International and regional organizations were invited.", ""),
    ("Seats were shared among regional groups.", ""),
    ("Regional organizations and networks cooperated.", "regional_cooperation"),
    ("The household was large.", ""),
    ("Household surveys were carried out.", "data_and_research"),
    ("Science and technology were praised.", "data_and_research"),
    ("A knowledge-based economy was praised.", ""),
    ("The clean development mechanism and carbon sinks were discussed.", "environment"),
    ("The kitchen sink was discussed.", ""),
    ("Sexual exploitation was condemned.", "human_rights"),
    ("Sexual reproduction of plants was the topic.", ""),
    ("Friendship among nations was praised.", "international_cooperation"),
    ("Friendship among dogs was praised.", ""),
    # Who attended is no subject of a meeting; whom the meeting speaks of is.
    ("The workshop was attended by officials, academia and non-governmental organizations.", ""),
    ("Civil society should be heard. The workshop was attended by academia.", "civil_society"),
    ("Academia should be heard.", "civil_society"),
    ("Written submissions by intergovernmental and non-governmental organizations were received.", ""),
    # The title of an agenda item tells where something is discussed.
    ("The question will be taken up under the item entitled “Oceans and human rights”.", ""),
    ("The question will be taken up under the item entitled “Oceans”, with regard to torture.", "human_rights"),
    ("A book entitled “Oceans” was sold.", "environment"),
    # Word families of subjects beside drugs
    ("Microplastics and mercury were found in the mangroves.", "environment"),
    ("The new paint was light as plaster.", ""),
    ("The high tariffs and export subsidies hurt smallholders.", "economic_development vulnerable_groups"),
    ("The high fences hurt the deer.", ""),
    ("Immunization against measles and universal health coverage were praised.", "public_health"),
    ("Coverage of the game was praised.", ""),
    ("Doctors came late.", ""),
    ("Femicide and child labour were condemned.", "human_rights vulnerable_groups"),
    ("Labour was divided.", ""),
    ("Prior informed consent to the import of pesticides is asked for.", "environment"),
    ("Informed consent is asked for.", "human_rights"),
    ("Awareness-raising on road safety was praised.", ""),
    ("Awareness-raising on alcohol was praised.", "prevention"),
    ("Lawyers and defence counsel were missing.", "judicial_cooperation"),
    ("Counsel was taken.", ""),
    ("Peacekeeping missions and peace talks went on.", "security_and_stability"),
    ("The talks went on.", ""),
    ("Multinational corporations and private investors were heard.", "private_sector"),
    ("The investors were heard.", ""),
    ("Employers' and workers' organizations were heard.", ""),
    ("The requested State furnished the information to the other States.", "information_exchange judicial_cooperation"),
    ("The house was furnished.", ""),
    # Words that only accompany: of whom a body lives, by which rules, in whose company, and how it goes about it
    ("The new mandate would require additional resources for conference services.", ""),
    ("Additional resources for developing countries were pledged.", "technical_assistance"),
    ("Many countries need assistance.", "technical_assistance"),
    ("The draft would need support from all parties before the vote.", ""),
    ("Shelters should provide assistance to women who were beaten.", "vulnerable_groups"),
    ("Consistent with their obligations, they met.", ""),
    ("The meaning of these conventions was disputed.", "legislation_and_treaties"),
    ("The Executive Secretary of the Convention thanked the hosts.", ""),
    ("International and non-governmental organizations were asked for money.", ""),
    ("The fire destroyed families and communities.", ""),
    ("The follow-up to the complaint took a year.", ""),
    ("The follow-up to the summit took a year.", "policy_commitments"),
    ("A comprehensive strategy against noise was adopted.", ""),
    ("A comprehensive strategy on drugs was drawn up.", "policy_commitments"),
    ("The exchange of views took two hours.", ""),
    ("An exchange of ideas and lessons was proposed.", "information_exchange"),
    ("Because of the pandemic the meeting was held online.", ""),
    ("The conflict between the two proposals was resolved.", ""),
    ("A flood of amendments was tabled.", ""),
    ("The youth delegate read the statement.", ""),
    # What texts on refugees, arms, justice, labour and old drug control say
    ("Mass displacement of civilians went on.", "security_and_stability vulnerable_groups"),
    ("The displacement of water was measured.", ""),
    ("Those left furthest behind and the most vulnerable must be reached.", "vulnerable_groups"),
    ("The software was most vulnerable to errors.", ""),
    ("Potable water was scarce, and sewage ran in the streets.", "public_health"),
    ("Water under the bridge was not mentioned.", ""),
    ("The accused awaited trial.", "judicial_cooperation"),
    ("The trial of the new vaccine went on.", "public_health"),
    ("The trial of the new software succeeded.", ""),
    ("Migration and development go together.", "economic_development"),
    ("The impact on development was grave.", "economic_development"),
    ("The development of the software took a year.", ""),
    ("Attention turned to the achievement of a durable peace.", "security_and_stability"),
    ("The achievement of a record was praised.", ""),
    ("International co-operation was recalled.", "international_cooperation"),
    ("Trust and cooperation between the two States grew.", "international_cooperation"),
    ("Synthetic narcotic drugs spread.", "synthetic_drugs"),
    ("Synthetic narcotic effects were seen in mice.", ""),
    ("Estimates must meet medical and scientific requirements.", "access_to_medicines"),
    ("The thesis met scientific standards.", ""),
    ("Young people were informed of the dangers of drugs.", "prevention vulnerable_groups"),
    ("Hikers were informed of the dangers of snow.", ""),
    ("Addicts were treated in clinics.", "treatment_and_rehabilitation"),
    ("Guests were treated in style.", ""),
    ("The theft of public funds went unpunished.", "corruption"),
    ("The theft of bicycles went unpunished.", ""),
    ("Surveillance, monitoring and research came first.", "data_and_research"),
    ("There was a lack of reliable data.", "data_and_research"),
    ("There was a lack of chairs.", ""),
    ("Goods moved outside the control of the State.", ""),
    ("The area lay outside State control.", "security_and_stability"),
    ("Border surveillance was stepped up.", "border_control"),
    ("Joint action at the regional level was called for.", "international_cooperation regional_cooperation"),
    ("The cross-border investigation took a year.", "law_enforcement"),
    ("The investigation of the wreck took a year.", ""),
    ("It was their conviction that it would rain.", ""),
    ("The effects on health were measured.", "public_health"),
    ("The effects on sales were measured.", ""),
    ("The poorest countries were represented.", "economic_development"),
    ("The poorest households were reached.", "vulnerable_groups economic_development"),
    # The same words of drugs and of other things
    ("Drug supply and demand feed each other.", "demand_reduction supply_reduction"),
    ("The supply and demand of bread feed each other.", ""),
    ("There were six million drug users.", "demand_reduction"),
    ("There were six million bus users.", ""),
    ("The Action Plans were carried out.", "policy_commitments"),
    ("Families live by growing opium.", "illicit_cultivation opiates_and_cocaine"),
    ("Families live by growing rice as a cash crop and by illicit labour.", ""),
    ("Economic alternatives were offered to them.", "alternative_development"),
    ("Alternatives to the wording were offered to them.", ""),
    ("An in-depth study was asked for.", "data_and_research"),
    ("The study was furnished with chairs.", ""),
    ("A set of indicators was drawn up.", "data_and_research"),
    ("Nobody had declared a war on drugs.", ""),
    ("Nobody had declared war.", "security_and_stability"),
    ("The diplomatic climate had changed.", ""),
    ("Illicit industries flourished.", ""),
    ("The seizure of property was legal.", "money_laundering"),
    ("Smuggling and trafficking in drugs went on.", "drug_trafficking"),
    ("Smuggling and hiding went on.", ""),
    ("The adoption of the declaration was hailed.", "policy_commitments"),
    ("The adoption of the agenda was hailed.", ""),
    ("Storms call for prevention and recovery.", ""),
    ("Peacebuilding aid was cut.", "security_and_stability technical_assistance"),
    ("The hearing aid was cut.", ""),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_model()


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=lambda value: value[:60])
def test_sentences_on_other_subjects(nlp: Language, text: str, expected: str) -> None:
    assert {theme.theme for theme in themes(nlp(text))} == set(expected.split())


def test_common_theme_late_in_a_long_point(nlp: Language) -> None:
    """A common theme named once in the last third of a long point is passing; not so earlier, or another theme."""
    filler = "The Chair thanked the interpreters, who had stayed on until late in the evening of that day. " * 6
    late, early = f"{filler}It was due to poverty.", f"It was due to poverty. {filler}"
    assert [theme.theme for theme in themes(nlp(late))] == []
    assert [theme.theme for theme in themes(nlp(early))] == ["economic_development"]
    assert [theme.theme for theme in themes(nlp(f"{filler}It was due to corruption."))] == ["corruption"]
    assert [theme.theme for theme in themes(nlp(f"{filler}It was multilateralism."))] == ["international_cooperation"]
    assert [theme.theme for theme in themes(nlp(f"{filler}It was in the outcome document."))] == []
