-- The database of `cnd export -o FILE.db`: every row has a key of its own, and leads to its point and document.
-- Datasette follows keys of one column, and shows in place of a key the first column called "name" or "title": a title of
-- 290 characters made each row twenty lines high, so that "name" says the document's name again. It and sqlite-utils
-- find the full-text index by the words content="points", with these very quotes.

CREATE TABLE documents (
  document TEXT PRIMARY KEY, name TEXT NOT NULL, symbol TEXT, body TEXT, session TEXT, date TEXT, agenda_item TEXT, title TEXT,
  file TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, source TEXT NOT NULL
);

CREATE TABLE points (
  id INTEGER PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(document), point TEXT NOT NULL,
  label TEXT, kind TEXT NOT NULL, level INTEGER NOT NULL, parent TEXT, section TEXT, page INTEGER,
  line INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, opening TEXT, sentences INTEGER NOT NULL,
  words INTEGER NOT NULL, text TEXT NOT NULL, parent_id INTEGER REFERENCES points(id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (document, point)
);

CREATE TABLE actors (
  id INTEGER PRIMARY KEY, point_id INTEGER NOT NULL REFERENCES points(id),
  document TEXT NOT NULL REFERENCES documents(document), point TEXT NOT NULL, actor TEXT NOT NULL, name TEXT NOT NULL,
  type TEXT NOT NULL, role TEXT NOT NULL, text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  rule TEXT NOT NULL
);

CREATE TABLE themes (
  id INTEGER PRIMARY KEY, point_id INTEGER NOT NULL REFERENCES points(id),
  document TEXT NOT NULL REFERENCES documents(document), point TEXT NOT NULL, theme TEXT NOT NULL, title TEXT NOT NULL,
  pillar TEXT NOT NULL, hits INTEGER NOT NULL, evidence TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL
);

CREATE TABLE positions (
  id INTEGER PRIMARY KEY, point_id INTEGER NOT NULL REFERENCES points(id),
  document TEXT NOT NULL REFERENCES documents(document), point TEXT NOT NULL, source TEXT, source_text TEXT,
  verb TEXT NOT NULL, verb_text TEXT NOT NULL, stance TEXT NOT NULL, extent TEXT NOT NULL, message TEXT,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL
);

CREATE TABLE actions (
  id INTEGER PRIMARY KEY, point_id INTEGER NOT NULL REFERENCES points(id),
  document TEXT NOT NULL REFERENCES documents(document), point TEXT NOT NULL, agent TEXT, agent_text TEXT,
  cue TEXT NOT NULL, strength TEXT NOT NULL, aim TEXT NOT NULL, lemma TEXT NOT NULL, object TEXT, recipient TEXT,
  condition TEXT, polarity TEXT NOT NULL, source TEXT, text TEXT NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, rule TEXT NOT NULL, agents TEXT, deadline TEXT, quantity TEXT
);

CREATE TABLE citations (
  id INTEGER PRIMARY KEY, point_id INTEGER NOT NULL REFERENCES points(id),
  document TEXT NOT NULL REFERENCES documents(document), point TEXT NOT NULL, cited TEXT, type TEXT NOT NULL,
  text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL
);

CREATE TABLE codebook (
  variable TEXT NOT NULL, code TEXT NOT NULL, label TEXT NOT NULL, "group" TEXT NOT NULL, definition TEXT NOT NULL,
  PRIMARY KEY (variable, code)
);

CREATE TABLE variables (
  "table" TEXT NOT NULL, "column" TEXT NOT NULL, definition TEXT NOT NULL, PRIMARY KEY ("table", "column")
);

CREATE TABLE settings (setting TEXT PRIMARY KEY, value NOT NULL);

CREATE INDEX points_by_document ON points(document);
CREATE INDEX actors_by_point ON actors(point_id);
CREATE INDEX actors_by_actor ON actors(actor, role);
CREATE INDEX themes_by_point ON themes(point_id);
CREATE INDEX themes_by_theme ON themes(theme);
CREATE INDEX positions_by_point ON positions(point_id);
CREATE INDEX positions_by_source ON positions(source);
CREATE INDEX actions_by_point ON actions(point_id);
CREATE INDEX actions_by_agent ON actions(agent, strength);
CREATE INDEX citations_by_point ON citations(point_id);
CREATE INDEX citations_by_cited ON citations(cited);

CREATE VIRTUAL TABLE points_fts USING fts5(
  text, content="points", content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'
);

-- What is counted everywhere else: paragraphs, without headings, title page and notes.
CREATE VIEW paragraphs AS
SELECT * FROM points WHERE kind NOT IN ('masthead', 'heading', 'note');

CREATE VIEW demands AS
SELECT actions.document, actions.point, actions.agent, actions.strength,
       iif(actions.polarity = '-', 'not ', '') || actions.aim AS aim, actions.object, actions.recipient,
       actions.source, points.text AS in_full
FROM actions JOIN points ON points.id = actions.point_id;

CREATE VIEW held AS
SELECT positions.document, positions.point, positions.source, positions.verb, positions.stance, positions.extent,
       positions.message, points.text AS in_full
FROM positions JOIN points ON points.id = positions.point_id;

CREATE VIEW actors_by_theme AS
SELECT actors.document, actors.actor, max(actors.name) AS name, themes.theme, max(themes.title) AS title,
       count(DISTINCT actors.point_id) AS points
FROM actors JOIN themes ON themes.point_id = actors.point_id JOIN paragraphs ON paragraphs.id = actors.point_id
GROUP BY actors.document, actors.actor, themes.theme;

CREATE VIEW themes_by_document AS
SELECT themes.document, themes.theme, max(themes.title) AS title, max(themes.pillar) AS pillar,
       count(DISTINCT themes.point_id) AS points
FROM themes JOIN paragraphs ON paragraphs.id = themes.point_id
GROUP BY themes.document, themes.theme;
