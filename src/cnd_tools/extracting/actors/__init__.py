"""Who is named: from tokens to names, pronouns to whom they stand for, and the part each plays."""
