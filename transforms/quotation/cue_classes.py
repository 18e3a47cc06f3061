"""How the newsroom frames what it reports: the class of a cue, for verbs, nouns and fixed expressions.

The classes join the groups of reporting verbs that studies of news language use: neutral, assertive, directive and
expressive verbs and those of manner (Caldas-Coulthard 1994), verbs that cast doubt or concede (Geis 1987, Bell 1991), and
verbs that vouch for what they report (factives: Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013). A cue has one class,
whatever its sentence; docs/framing.md says what each means. Verbs have theirs in `cues`.
"""

from transforms.quotation.cues import cue_class

# Nouns that report ("her denial that …"), by the class of the verb that they come from; others are neutral.
_NOUNS = {
    "claim": "claim allegation charge argument assertion contention insistence boast",
    "reveal": "revelation disclosure confirmation observation",
    "stress": "emphasis",
    "concede": "admission confession acknowledgement acknowledgment apology concession",
    "deny": "denial rejection rebuttal dismissal",
    "accuse": "accusation",
    "criticise": "criticism condemnation denunciation complaint rebuke attack",
    "praise": "praise tribute thanks endorsement",
    "urge": "call demand appeal plea request recommendation proposal advice order",
    "ask": "question query",
    "promise": "promise pledge vow oath commitment assurance",
    "warn": "warning threat caution",
    "predict": "prediction forecast",
    "manner": "joke quip",
    "thought": "belief hope fear wish view opinion concern doubt",
}
_CLASS_OF_NOUN = {form: name for name, nouns in _NOUNS.items() for noun in nouns.split() for form in (noun, noun + "s")} | {
    "apologies": "concede", "queries": "ask",
}  # fmt: skip
# Verbs that are cues only where they name or characterise ("derided the plan as “…”").
_CLASS_OF_NAMING = {"deride": "criticise", "brand": "criticise", "tout": "praise"}
_NAMED = frozenset(("called", "calls", "calling"))


def frame(lemma: str, cue: str) -> str:
    """The class of a cue of speech, a word of `schema.CUE_CLASSES`, from its lemma (a verb, or a noun as printed) and words.

    "Called for" urges, but "called it “…”" only names; what nobody listed is neutral.
    """
    if cue.lower() in _NAMED:
        return "neutral"
    noun = _CLASS_OF_NOUN.get(lemma) if lemma == cue.lower() else None
    return noun or _CLASS_OF_NAMING.get(lemma) or cue_class(lemma)
