"""Words that report speech, with the class of each: how the reporter frames what was said.

The classes follow the usual grouping of reporting verbs in studies of news discourse (neutral, claiming, conceding,
accusing, denying, urging, warning). Forms are spelled out by regular inflection plus a table of irregular ones, so that a
cue is recognised whatever the tagger made of it.
"""

import re

_VERBS = {
    "neutral": """say tell add state note explain reply respond answer ask comment remark observe report announce declare
        write tweet post continue conclude describe recall mention stress emphasise emphasize underline underscore reiterate
        repeat affirm quip joke whisper shout yell exclaim mutter testify recount predict suggest indicate reveal disclose
        confirm inform vow promise pledge counter retort elaborate clarify argue estimate propose echo opine muse lament
        complain recommend advise swear chant cite quote text email recite hint relate praise hail thank apologise
        apologize welcome wonder summarise summarize express convey summarize specify speculate sum""",
    "claim": "claim allege assert contend maintain insist boast brag purport profess",
    "concede": "concede admit acknowledge confess recognise recognize",
    "accuse": "accuse blame criticise criticize denounce condemn slam blast lambast decry rebuke mock ridicule chide",
    "deny": "deny reject refute dismiss dispute rebut decline",
    "urge": "urge call demand appeal plead request encourage implore beg press exhort",
    "warn": "warn caution threaten alert",
}
_IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "writing", "written"),
    "swear": ("swears", "swore", "swearing", "sworn"),
    "beg": ("begs", "begged", "begging"),
    "quip": ("quips", "quipped", "quipping"),
    "brag": ("brags", "bragged", "bragging"),
    "admit": ("admits", "admitted", "admitting"),
    "rebut": ("rebuts", "rebutted", "rebutting"),
    "sum": ("sums", "summed", "summing"),
}
# Beliefs, wishes and decisions: attributions of PARC, but no speech.
_THOUGHT = frozenset(
    "think believe hope want feel expect fear know realise realize consider decide doubt worry wish".split()
)
# Verbs that give somebody's word for a thing ("called it “…”"): reports of the marked words, never of a clause.
_NAMING = frozenset(
    """call dub label brand portray cast deride characterise characterize term liken compare refer cite tout paint dismiss
    describe praise hail condemn decry slam denounce blast ridicule""".split()
)
_NOUNS = frozenset(
    """statement remark remarks comment comments speech interview tweet letter email memo report claim claims call warning
    accusation allegation allegations pledge promise denial argument criticism announcement message response reply words""".split()
)


def _forms(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb])
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return (verb, plural, verb + "ed", verb + "ing")


_CLASS = {verb: name for name, verbs in _VERBS.items() for verb in verbs.split()}
_LEMMA = {form: verb for verb in _CLASS for form in _forms(verb)}
_THOUGHT_LEMMA = {form: verb for verb in _THOUGHT for form in _forms(verb)} | {
    "thought": "think", "felt": "feel", "knew": "know", "wishes": "wish",
}  # fmt: skip
_NAMING_LEMMA = {form: verb for verb in _NAMING for form in _forms(verb)} | {
    "referred": "refer", "referring": "refer", "dubbed": "dub", "dubbing": "dub", "slammed": "slam", "slamming": "slam",
    "labelled": "label", "labelling": "label",
}  # fmt: skip
_SPEECH_SIGN = re.compile(
    "[“”„«»\"＂]|``|''|’’|‘‘|according to|" + r"\b(?:" + "|".join(sorted(_LEMMA, key=len, reverse=True)) + r")\b"
)
# Verbs that are reports only when they govern a clause or a quotation: too common in other senses to hint at speech.
_STRONG = frozenset(
    "say tell add state explain reply announce declare write tweet testify quip insist claim warn".split()
)


def may_report_speech(text: str) -> bool:
    """Whether a paragraph holds a quotation mark or a word that reports speech, so that parsing it may pay."""
    return _SPEECH_SIGN.search(text) is not None


def speech_verb(word: str) -> str | None:
    """The lemma of a form of a speech verb, else None."""
    return _LEMMA.get(word.lower())


def thought_verb(word: str) -> str | None:
    """The lemma of a form of a verb of belief, wish or decision, else None."""
    return _THOUGHT_LEMMA.get(word.lower())


def naming_verb(word: str) -> str | None:
    """The lemma of a form of a verb that names or characterises, else None."""
    return _NAMING_LEMMA.get(word.lower())


def is_strong(lemma: str) -> bool:
    """Whether the verb hardly ever means anything but speech."""
    return lemma in _STRONG


def is_speech_noun(word: str) -> bool:
    """Whether the noun names an act of speech ("his call for …")."""
    return word.lower() in _NOUNS


def cue_class(lemma: str) -> str:
    """How the verb frames what it reports: a word of `schema.CUE_CLASSES`; `according to` and unlisted ones are neutral."""
    return _CLASS.get(lemma, "neutral")
