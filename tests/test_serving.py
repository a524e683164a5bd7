"""The server for assistants, asked by the client of the protocol's own SDK."""

import json
import os
import sys

import pytest

from cnd_tools import analyse, document
from cnd_tools.errors import UsageError
from cnd_tools.serving import MOST_AT_ALL, Texts, server
from views.exports.contents import ALL
from views.made import EARLIER, LATER

TOOLS = {"documents", "paragraphs", "rows", "compare", "schema"}


@pytest.fixture
def texts():
    return Texts(lambda: ALL)


def test_documents(texts):
    found = texts.documents()
    assert [one["document"] for one in found] == [one.document.name for one in ALL]
    assert found[0]["paragraphs"] == len(EARLIER.points)


def test_paragraphs_have_every_number(texts):
    found = [(one["point"], one["label"]) for one in texts.paragraphs("tree")]
    assert found == [("p1", None), ("4", "4."), ("4(a)", "(a)"), ("4(b)", "(b)"), ("n1", "¹")]
    assert [one["point"] for one in texts.paragraphs("tree", point="4")] == ["4", "4(a)", "4(b)"]
    assert [one["point"] for one in texts.paragraphs("tree", after="4(a)", most=1)] == ["4(b)"]


def test_rows(texts):
    assert {row["actor"] for row in texts.rows("actors", document="tree", point="4(a)")} == {"unodc", "person:assist"}
    themed = texts.rows("actions", theme="technical_assistance")
    assert [(row["document"], row["point"]) for row in themed] == [("tree", "4(a)")]
    assert {row["strength"] for row in texts.rows("actions", strength="obligation")} == {"obligation"}
    assert texts.rows("actions", actor="nobody") == []
    assert len(texts.rows("actors", most=2)) == 2


def test_comparisons_name_their_paragraphs():
    texts = Texts(lambda: (EARLIER, LATER))
    assert texts.compare("2009", "2011")["page"].startswith("What changed from 2009 to 2011")
    (row, *_) = texts.compare("2009", "2011", by="themes")["theme_shares"]
    assert row["which_2009"] or row["which_2011"]


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda texts: texts.paragraphs("2012"), "no document 2012; there are 2009"),
        (lambda texts: texts.paragraphs("../../etc/passwd"), "there is no document"),
        (lambda texts: texts.paragraphs("tree", point="9"), "no paragraph 9; there are p1, 4"),
        (lambda texts: texts.rows("weather"), "no table weather; there are points"),
        (lambda texts: texts.schema("weather"), "no table 'weather'"),
        (lambda texts: texts.compare("2009", "2011", by="colour"), "cannot compare by colour"),
    ],
)
def test_what_is_not_there_is_said(texts, ask, message):
    with pytest.raises(UsageError, match=message):
        ask(texts)


def test_no_answer_is_without_end():
    many = analyse(document("".join(f"{number}. States agree.\n\n" for number in range(1, 1200)), name="many"))
    assert len(Texts(lambda: many.texts).paragraphs("many", most=10**9)) == MOST_AT_ALL


def test_texts_are_analysed_when_they_are_asked_for():
    texts = Texts(lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        texts.documents()


def test_what_is_not_installed_is_named(monkeypatch, texts):
    monkeypatch.setitem(sys.modules, "mcp.server.fastmcp", None)
    with pytest.raises(UsageError, match=r"cnd-tools\[mcp\]"):
        server(texts)


def asked(conversation):
    """Hold a conversation with `cnd mcp` over its standard streams."""
    anyio, mcp = pytest.importorskip("anyio"), pytest.importorskip("mcp", reason="the extra mcp is not installed")
    from mcp.client.stdio import stdio_client

    async def hold():
        words = ["-m", "cnd_tools", "mcp", "2009", "2011", "--no-store", "-q"]
        started = mcp.StdioServerParameters(command=sys.executable, args=words, env=dict(os.environ))
        async with stdio_client(started) as (read, write), mcp.ClientSession(read, write) as client:
            await client.initialize()
            return await conversation(client)

    return anyio.run(hold)


def answer(result):
    assert not result.isError, result.content
    return [json.loads(one.text) for one in result.content]


def test_a_client_reads_documents_paragraphs_rows_and_a_comparison():
    async def talk(client):
        tools = (await client.list_tools()).tools
        assert {tool.name for tool in tools} == TOOLS
        assert all(tool.annotations.readOnlyHint and not tool.annotations.destructiveHint for tool in tools)
        assert all(len(tool.description) > 40 for tool in tools)
        documents = answer(await client.call_tool("documents", {}))
        assert [one["document"] for one in documents] == ["2009", "2011"]
        (paragraph,) = answer(await client.call_tool("paragraphs", {"document": "2011", "point": "4(c)"}))
        assert paragraph["point"] == "4(c)"
        rows = answer(await client.call_tool("rows", {"rows": "themes", "document": "2009", "theme": "corruption"}))
        assert {row["document"] for row in rows} == {"2009"}
        (page,) = answer(await client.call_tool("compare", {"first": "2009", "second": "2011"}))
        assert page["page"].startswith("What changed from 2009 to 2011")
        wrong = await client.call_tool("paragraphs", {"document": "2012"})
        assert wrong.isError
        assert "there is no document 2012; there are 2009, 2011" in wrong.content[0].text
        return True

    assert asked(talk)
