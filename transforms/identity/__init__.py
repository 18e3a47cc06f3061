"""Who is who across articles: the names of all articles in, one entity for each person, organisation and place out.

`resolve` is the way in. Its answer depends on the set of names alone, never on their order or on an earlier answer: so the
order in which articles came does not matter, and what was taken back leaves no trace.
"""
