"""Whatever bytes come, a reader gives a well-formed document or says in one line why not."""

from hypothesis import example, given
from hypothesis import strategies as st

from fuzzing.formats import damaged, html, markdown, pdf_file, plain, retouched, rezipped, word_file
from fuzzing.laws import lawful, readable
from fuzzing.profiles import fuzzed
from fuzzing.texts import noise


def read_and_segmented(data, **how):
    document = readable(data, **how)
    if document is not None:
        lawful(document)
    return document


def test_the_files_that_are_damaged_are_whole_at_first():
    for data in (word_file(), pdf_file()):
        assert "Requests" in read_and_segmented(data).text


@fuzzed
@given(plain())
@example("1. Boats:\n\n\u200e(a)\u200e Large.\n".encode())
def test_plain_text(data):
    read_and_segmented(data, kind="plain")


@fuzzed
@given(noise(), st.sampled_from(["utf-7", "unicode_escape", "raw_unicode_escape", "utf-16", "big5", "hz", "idna"]))
@example("\\ud800", "unicode_escape")
def test_any_encoding_a_user_may_name(text, codec):
    read_and_segmented(text.encode("utf-8"), kind="plain", encoding=codec)


@fuzzed
@given(html())
def test_html(data):
    read_and_segmented(data, kind="html")


@fuzzed
@given(markdown())
def test_markdown(data):
    read_and_segmented(data, kind="markdown")


@fuzzed
@given(damaged())
def test_damaged_files(data):
    read_and_segmented(data)


@fuzzed
@given(rezipped())
def test_word_documents_with_other_xml(data):
    read_and_segmented(data, kind="docx")


@fuzzed
@given(retouched())
def test_pdfs_with_words_anywhere(data):
    read_and_segmented(data, kind="pdf")


@fuzzed
@given(st.binary(max_size=400), st.sampled_from(["pdf", "docx", "html", "markdown", "plain"]))
def test_noise_under_any_name(data, kind):
    starts = {"pdf": b"%PDF-1.4\n", "docx": b"PK\x03\x04"}
    read_and_segmented(starts.get(kind, b"") + data, kind=kind)
