"""Web annotations: the words are found by position and by quotation, and the rows come back whole."""

import json

from cnd_tools.tables import COLUMNS
from cnd_tools.views.exports.annotation import write_annotations
from views.exports.contents import ALL, HOSTILE, of


def written(folder, *analyses):
    write_annotations(of(*analyses), folder / "a.jsonld")
    return json.loads((folder / "a.jsonld").read_text("utf-8"))


def test_every_row_comes_back(tmp_path):
    page = written(tmp_path, *ALL)
    for table in of(*ALL).tables():
        found = [item["row"] for item in page["items"] if item["row"]["table"] == table.name]
        assert [tuple(row[column] for column in COLUMNS[table.name]) for row in found] == list(table.rows)


def test_position_and_quotation_find_the_same_words(tmp_path):
    texts = {one.document.name: one.document.text for one in ALL}
    for item in written(tmp_path, *ALL)["items"]:
        position, quotation = item["target"]["selector"]
        text = texts[item["row"]["document"]]
        assert text[position["start"] : position["end"]] == quotation["exact"]
        around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
        assert around in text
        if item["row"]["table"] in {"actors", "actions"}:
            assert quotation["exact"] == item["row"]["text"]


def test_it_has_what_the_model_asks_for(tmp_path):
    page = written(tmp_path, *ALL)
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    ids = [item["id"] for item in page["items"]]
    assert len(ids) == len(set(ids))
    assert all(one.startswith("urn:uuid:") for one in ids)
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert {body["type"] for body in item["body"]} == {"TextualBody"}
        assert [one["type"] for one in item["target"]["selector"]] == ["TextPositionSelector", "TextQuoteSelector"]


def test_a_name_is_no_address(tmp_path):
    (source,) = {json.dumps(item["target"]["source"]) for item in written(tmp_path, HOSTILE)["items"]}
    assert json.loads(source)["id"] == "standard%20input"


def test_nothing_to_annotate(tmp_path):
    assert written(tmp_path)["items"] == []
