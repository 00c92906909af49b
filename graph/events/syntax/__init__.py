"""syntax: how the parse ties the words of a sentence together, as the rules of this room ask it."""
