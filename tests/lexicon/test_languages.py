"""What looks English, and what only has foreign names and titles in it."""

import pytest

from cnd_tools.lexicon.languages import other_language

NAMES = """
Jean de la Fontaine; Ana de los Santos; Ludwig van der Rohe; Maria da Silva; Pedro de Oliveira; Karl von Berg; Luis
del Campo; Anne de Bretagne; Yves le Goff; Marie de la Tour; El Salvador; Côte d'Ivoire; République démocratique du
Congo; Cabo Verde; São Tomé e Príncipe
"""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("French", "Le Conseil demande aux États membres de marquer les bateaux. Les propriétaires doivent payer."),
        ("Spanish", "El Consejo pide a los Estados que marquen los barcos. Los propietarios pagan según su tamaño."),
        ("Portuguese", "O Conselho pede aos Estados que marquem os barcos. Os donos pagam pelos barcos e pelas redes."),
        ("Italian", "Il Consiglio chiede agli Stati di marcare le barche. I proprietari pagano per le loro reti."),
        ("German", "Der Rat fordert die Staaten auf, die Boote zu kennzeichnen. Die Eigentümer müssen dafür zahlen."),
        ("Dutch", "De Raad vraagt de lidstaten om de boten te merken. De eigenaren moeten voor het merken betalen."),
        ("Cyrillic", "Совет просит государства-члены маркировать лодки. Владельцы должны платить."),
        ("Chinese", "理事会请各会员国标记船只。船主必须付款。理事会将在五月开会讨论此事。"),
        ("Arabic", "يطلب المجلس من الدول الأعضاء وضع علامات على القوارب. يجب على المالكين الدفع."),
        ("", "Neuvosto pyytää jäsenvaltioita merkitsemään veneet ja verkot. " * 20),
    ],
)
def test_running_text_in_another_language(language, text):
    assert other_language(text.split(". ")) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Décision du Conseil des ports",
        NAMES,
        "Adopts the annex; urges States.",
        "Boats, nets, ropes, oars: 12, 14.",
        "The Council adopted its decision (Décision du Conseil sur les bateaux et les filets) and asked owners to pay.",
        "Les bateaux, leurs filets et les ports qui sont dans la mer. "
        + "The Council asks owners to mark the boats. " * 3,
        "Αθήνα and the boats of the harbour are marked by their owners, as the Council asked.",
    ],
)
def test_english_and_what_says_nothing(text):
    assert other_language([text]) is None
