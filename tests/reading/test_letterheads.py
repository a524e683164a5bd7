"""Mastheads of other organizations, and of records of meetings."""

import pytest

from cnd_tools.reading.masthead import read_masthead


@pytest.mark.parametrize(
    ("text", "symbol", "title", "begins"),
    [
        ("AG/RES. 9258 (XCVI-O/36)\n\nTHANKS TO THE PORTS\n\n(Adopted at the session)\n\nTHE GENERAL ASSEMBLY,\n\nX.\n",
         "AG/RES. 9258 (XCVI-O/36)", "THANKS TO THE PORTS", "THE GENERAL"),
        ("MC(97).JOUR/1\nOrganization for Security and Co-operation in Europe\nMinisterial Council\n"
         "3 December 2030\n\n1. Date: 3 May\n",
         "MC(97).JOUR/1", None, "1. Date"),
        ("Decision 4/CP.92\n\nNets and sails\n\nThe Conference of the Parties,\n\nRecalling it,\n",
         "4/CP.92", "Nets and sails", "The Conference"),
        ("COUNCIL OF THE EUROPEAN UNION\nBrussels, 16 June 2036\n10633/36 REV 1\nCONCL 2\nCOVER NOTE\n"
         "from : Presidency\n\nPORTS OF THE BAY\n\n1. They met.\n", "CONCL 2", "PORTS OF THE BAY", "1. They"),
        ("CCPR/C/SR.9540\n14 July 2038\nHUMAN RIGHTS COMMITTEE\n"
         "Held at the Palais Wilson, Geneva, on Monday, 7 July 2038, at 10 a.m.\n"
         "Chairperson: Mr. HILL\n\n1. They met.\n", "CCPR/C/SR.9540", None, "1. They"),
        # A sentence is no line of a masthead.
        ("Held at noon, the meeting was short.\n\nThe Chair: it was.\n", None, None, "Held"),
        ("NET 12\n\nThe ports met.\n", None, None, "NET 12"),
    ],
)  # fmt: skip
def test_letterheads(text, symbol, title, begins):
    found = read_masthead(text)
    end = max((end for _, end in found.spans), default=0)
    assert (found.symbol, found.title) == (symbol, title)
    assert text[end:].lstrip().startswith(begins)
