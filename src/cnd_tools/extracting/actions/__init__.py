"""What is to be done: deontic cues, the verbs and nouns they govern, and what items inherit."""
