"""What the interface says, by the keys of its words: tests find controls by role and by these, edited or not."""

from coursewright.words import load_words

SAID = load_words("en")
