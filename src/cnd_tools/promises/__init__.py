"""By when and how much: the deadline and the quantity of what is to be done, as printed and as they can be counted."""
