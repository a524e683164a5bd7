"""How tables are shown: on a terminal, and as files other programs read."""
