"""Words that report speech, with the class of each: how the reporter frames what was said.

The classes are explained in docs/framing.md; those of nouns stand in `cue_classes`. Forms are spelled out by regular
inflection plus a table of irregular ones, so that a cue is recognised whatever the tagger made of it.
"""

import re

_VERBS = {
    "neutral": """say tell add state explain reply respond answer comment remark report announce declare write tweet post
        continue conclude describe mention affirm testify recount suggest indicate inform elaborate clarify
        estimate echo opine muse convey cite quote text email recite hint relate summarise summarize express
        specify speculate sum assure remind allude point speak talk discuss signal voice theorise theorize posit
        reference""",
    "claim": "claim allege argue assert contend maintain insist boast brag purport profess charge",
    "reveal": "reveal disclose confirm note observe recall",
    "stress": "stress emphasise emphasize underline underscore reiterate repeat",
    "concede": "concede admit acknowledge confess recognise recognize apologise apologize",
    "deny": "deny reject refute dismiss dispute rebut counter retort decline",
    "accuse": "accuse blame",
    "criticise": """criticise criticize denounce condemn slam blast lambast decry rebuke mock ridicule chide complain lament
        bemoan bash rip attack assail chastise castigate deride disparage knock question challenge scold berate
        lampoon""",
    "praise": "praise hail thank welcome laud tout applaud commend celebrate salute congratulate cheer",
    "urge": """urge call demand appeal plead request encourage implore beg press exhort recommend advise propose
        pressure lobby instruct""",
    "ask": "ask wonder",
    "promise": "promise vow pledge swear",
    "warn": "warn caution threaten alert",
    "predict": "predict forecast project",
    "manner": "joke quip whisper shout yell exclaim mutter chant",
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
    "speak": ("speaks", "spoke", "speaking", "spoken"),
    "rip": ("rips", "ripped", "ripping"),
    "slam": ("slams", "slammed", "slamming"),
    "forecast": ("forecasts", "forecasted", "forecasting"),
}
# Beliefs, wishes, decisions, stands and findings: attributions of PARC, but no speech.
_THOUGHT = frozenset(
    """think believe hope want feel expect fear know realise realize consider decide doubt worry wish plan intend agree
    support oppose prefer seek see view regard assume suspect understand learn hear find show endorse favor favour back
    aim love hate dislike determine refuse accept approve imagine remember forget regret demonstrate prove reckon
    anticipate trust desire disagree mean judge hold calculate rate resolve defend contemplate ponder weigh envision
    envisage guess discover dread resent admire respect deem perceive sense object opt choose foresee depict illustrate
    offer rule order need like""".split()
)
# Verbs that give somebody's word for a thing ("called it “…”"): reports of the marked words, never of a clause.
_NAMING = frozenset(
    """call dub label brand portray cast deride characterise characterize term liken compare refer cite tout paint dismiss
    describe praise hail condemn decry slam denounce blast ridicule""".split()
)
# Nouns that name an act of speech.
_NOUNS = frozenset(
    """statement remark remarks comment comments speech interview tweet letter email memo report claim claims call calls
    warning warnings accusation accusations allegation allegations pledge pledges promise promises denial denials argument
    arguments criticism criticisms announcement announcements message response reply words suggestion suggestions
    assertion assertions contention insistence admission acknowledgment acknowledgement question questions explanation
    proposal proposals demand demands plea pleas appeal appeals threat threats vow vows assurance assurances charge
    charges complaint complaints praise prediction predictions recommendation recommendations attack attacks endorsement
    reports rumors rumours""".split()
)
# Nouns of belief, wish and decision: no speech.
_THOUGHT_NOUNS = frozenset(
    """belief beliefs view views opinion hope hopes fear fears concern concerns worry worries idea notion feeling expectation
    expectations sense doubt doubts suspicion suspicions conclusion conclusions decision plan plans desire wish intention
    intentions support opposition conviction assumption assumptions finding findings position stance""".split()
)
# "is confident that", "was worried about"
_THOUGHT_ADJECTIVES = frozenset(
    """confident worried sure certain concerned hopeful aware unaware convinced optimistic pessimistic afraid fearful glad
    happy proud skeptical sceptical doubtful surprised disappointed angry upset willing unwilling determined eager ready
    reluctant supportive critical wary anxious adamant clear unsure uncertain""".split()
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
    "thought": "think", "felt": "feel", "knew": "know", "known": "know", "planned": "plan", "planning": "plan",
    "sought": "seek", "saw": "see", "seen": "see", "understood": "understand", "heard": "hear", "found": "find",
    "shown": "show", "preferred": "prefer", "preferring": "prefer", "forgot": "forget", "forgotten": "forget",
    "meant": "mean", "held": "hold", "chose": "choose", "chosen": "choose", "foresaw": "foresee", "seeing": "see",
}  # fmt: skip
_NAMING_LEMMA = {form: verb for verb in _NAMING for form in _forms(verb)} | {
    "referred": "refer", "referring": "refer", "dubbed": "dub", "dubbing": "dub", "slammed": "slam", "slamming": "slam",
    "labelled": "label", "labelling": "label",
}  # fmt: skip
_REPORTING_LEMMA = _THOUGHT_LEMMA | _NAMING_LEMMA | _LEMMA
# All that a cue may begin with, in lower case; few words of a text are among them.
CUE_WORDS = _NOUNS | _THOUGHT_NOUNS | _THOUGHT_ADJECTIVES | _REPORTING_LEMMA.keys() | {"according"}
# Verbs of speech that are common in other senses too: no reason to parse a paragraph that has no other sign.
_FAINT = frozenset(
    """point speak talk discuss signal voice reference charge attack question challenge rip knock bash celebrate cheer pressure
    lobby instruct project forecast posit""".split()
)
_THOUGHT_SIGNS = frozenset("think thinks thought believe believes believed hopes".split())  # the commonest by far
_SIGN_WORDS = _THOUGHT_SIGNS | {form for form, verb in _LEMMA.items() if verb not in _FAINT}
_SIGN = re.compile("[“”„«»\"＂]|``|''|’’|‘‘|[Aa]ccording to")
_WORD = re.compile(r"\w+")
# Verbs that are reports only when they govern a clause or a quotation: too common in other senses to hint at speech.
_STRONG = frozenset(
    "say tell add state explain reply announce declare write tweet testify quip insist claim warn".split()
)


def may_report_speech(text: str) -> bool:
    """Whether a paragraph holds a quotation mark or a word that reports speech, so that parsing it may pay."""
    return _SIGN.search(text) is not None or not _SIGN_WORDS.isdisjoint(_WORD.findall(text))


def speech_verb(word: str) -> str | None:
    """The lemma of a form of a speech verb, else None."""
    return _LEMMA.get(word.lower())


def thought_verb(word: str) -> str | None:
    """The lemma of a form of a verb of belief, wish or decision, else None."""
    return _THOUGHT_LEMMA.get(word.lower())


def reporting_verb(word: str) -> str | None:
    """The lemma of a form of a verb of speech, of one that names, or of thought, in this order; else None."""
    return _REPORTING_LEMMA.get(word.lower())


def naming_verb(word: str) -> str | None:
    """The lemma of a form of a verb that names or characterises, else None."""
    return _NAMING_LEMMA.get(word.lower())


def is_strong(lemma: str) -> bool:
    """Whether the verb hardly ever means anything but speech."""
    return lemma in _STRONG


def is_speech_noun(word: str) -> bool:
    """Whether the noun names an act of speech ("his call for …")."""
    return word.lower() in _NOUNS


def is_thought_noun(word: str) -> bool:
    """Whether the noun names a belief, wish or decision ("their fear that …")."""
    return word.lower() in _THOUGHT_NOUNS


def is_thought_adjective(word: str) -> bool:
    """Whether the adjective tells of a belief or wish ("confident that …")."""
    return word.lower() in _THOUGHT_ADJECTIVES


def cue_class(lemma: str) -> str:
    """How the verb frames what it reports: a word of `schema.CUE_CLASSES`; `according to` and unlisted ones are neutral."""
    return _CLASS.get(lemma, "neutral")
