"""Whole analyses as files of other programs: spreadsheets, databases, qualitative analysis, legal and web markup."""
