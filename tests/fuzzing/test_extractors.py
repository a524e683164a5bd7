"""Whatever text comes, rows are of its words, the same each time, and the same beside other texts as alone."""

from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.pipeline import analyse, analyse_many
from cnd_tools.reading import document
from cnd_tools.segmenting import segment
from fuzzing.laws import grounded, in_time
from fuzzing.profiles import fuzzed
from fuzzing.texts import anything, paragraphs


@fuzzed
@given(st.lists(paragraphs() | anything(), min_size=1, max_size=3))
def test_any_texts(texts):
    made = [segment(document(text, name=f"x{number}")) for number, text in enumerate(texts)]
    with in_time(10 + sum(map(len, texts)) / 500):
        beside = list(analyse_many(made))
    for one, analysis in zip(made, beside, strict=True):
        grounded(analysis)
        assert analyse(one) == analysis
