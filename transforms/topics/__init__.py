"""What a text is about: IPTC Media Topics by an editable lexicon and a classifier that learns from it without labels."""
