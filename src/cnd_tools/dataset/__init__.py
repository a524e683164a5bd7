"""Analyses of any number of texts as one folder of Parquet files, which pandas, DuckDB, Polars and R open.

A dataset has a folder for each of the five tables and for `documents`, each with one file a part, and `dataset.json`,
which says what it was made with. `cnd_tools.dataset.schema` has the columns, `writing` makes a part of analyses,
`reading` gives tables and analyses back, `conditions` reads what follows `--where`.
"""
