import pytest

from cnd_tools.segmenting.sentences import count_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", 0),
        ("– –", 0),
        ("All have to work together", 1),
        ("All have to work together. Vehicles should be created.", 2),
        ("Was it enough? It was not! “Why not?” asked Chile.", 3),
        ("Mr. Okafor spoke. Ms. A. B. Lindqvist replied.", 2),
        ("See chap. I, sect. C, and No. 8 of vol. 12.", 1),
        ("It met in Vienna on 3 May (see E/CN.7/2020/4). It adjourned.", 2),
        ("It grew by 2.5 per cent. By 2030 it may double.", 2),
        ("first; second; third", 1),
        ("It said “enough.” (The text is annexed.) It closed.", 3),
        ("It met… Then it rose.", 2),
        ("It met (cf. Annex I) and rose.", 1),
        ("Paras. 5 and 6 were read by J. Okafor.", 1),
        ("Which is a. It was not b. It was so.", 3),
        ("It met . It rose.", 2),
        ("The co-rapporteur et al. Okafor were told by Mr! Basu.", 2),
    ],
)
def test_sentences_are_counted(text, sentences):
    assert count_sentences(text) == sentences


def test_a_long_run_of_stops_takes_no_time():
    assert count_sentences("a" + "." * 200_000) == 1
