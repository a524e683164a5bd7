"""Who is said to hold what: reporting words, those who hold what they report, and the message."""
