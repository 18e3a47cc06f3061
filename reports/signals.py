"""What the features of the models for quotations mean, in words, for those that weighed most in a verdict.

A feature is made of parts joined by `|`, each a name or a name and a value (transforms/quotation/{acceptance,signals}.py).
A part is looked up whole (`tag=VBD`), then up to its `=` or `:` for words with the rest in the place of `{}`; a feature with
a part that has no words is shown as it is. `assets/signals.js` does so.
"""

from reports.explanations import ATTRIBUTION, CUE_CLASSES, SPEAKER_KINDS

_TAGS = {
    "VBD": "in the past tense", "VBZ": "in the present tense", "VBP": "in the present tense", "VB": "in the infinitive",
    "VBG": "an -ing form", "VBN": "a past participle", "MD": "a modal verb", "noun": "a noun", "NN": "a noun",
    "NNS": "a noun in the plural", "NNP": "a name", "adjective": "an adjective", "JJ": "an adjective", "IN": "a preposition",
    "DT": "an article", "CC": "a conjunction", "RB": "an adverb", "TO": "“to”", "``": "a quotation mark", "PRP$": "a possessive",
    "PRP": "a pronoun", "WP": "a question word", "WRB": "a question word", "WDT": "“which” or “that”",
}  # fmt: skip
_NAMED = {
    "PERSON": "the name of a person", "ORG": "the name of an organisation", "GPE": "the name of a place", "NORP": "a nationality or party",
    "PROPN": "a name", "NOUN": "a noun", "PRON": "a pronoun", "person": "“he” or “she”", "they": "“they”", "it": "“it” or “this”",
    "speaker": "“I” or “we”", "addressee": "“you”", "relative": "“who” or “which”", "some": "“some” or “many”",
    "people": "a word for people", "body": "a word for an organisation", "document": "a word for a document", "thing": "a word for a thing",
    "role": "a word for an office", "unnamed": "a word for people", "organisation": "a word for an organisation", "none": "not printed",
}  # fmt: skip
# How the reporting word hangs in its sentence: labels of the parser.
_CLAUSES = {
    "ROOT": "heads its sentence", "ccomp": "stands in a clause that another verb tells", "advcl": "stands in an adverbial clause",
    "relcl": "stands in a relative clause", "conj": "is joined to another by “and” or “but”", "dobj": "is the object of a verb",
    "pobj": "follows a preposition", "xcomp": "completes another verb", "acl": "belongs to a noun", "pcomp": "follows a preposition",
    "parataxis": "is put in between", "prep": "opens a phrase with a preposition", "nsubj": "is a subject", "appos": "explains a noun",
    "compound": "is part of a compound", "poss": "is a possessive", "acomp": "is an adjective after a verb", "attr": "follows a form of “be”",
}  # fmt: skip
_SHAPES = {
    "object": "the words are the object of the verb", "that": "“that” leads in the words", "bare": "the words follow without “that”",
    "to": "the words open with “to”", "fronted": "the words stand before the report", "aside": "the report stands inside the words",
    "trailing": "the report ends the sentence", "question": "the words are an indirect question", "fragment": "the words are no whole clause",
    "gerund": "the words open with an -ing form", "passive": "the words are the subject of a passive", "far": "the words stand apart from the verb",
    "far_question": "the words are a question apart from the verb", "naming": "something is given a name",
}  # fmt: skip
_FAMILIES = {name: f"the speaker {words}" for name, words in ATTRIBUTION.items()}
_CLASSES = {name: f"the verb {words}" for name, words in CUE_CLASSES.items()}
_FORMS = {tag: f"the reporting word is {words}" for tag, words in _TAGS.items()}
_BARE = _FORMS | _FAMILIES | _CLASSES | _SHAPES | {
    "bias": "what is usual, before the passage is looked at",
    "": "",
    "before": "the speaker’s phrase stands before the words",
    "after": "the speaker’s phrase stands after the words",
    "around": "the words stand inside the speaker’s phrase",
    "speech": "the verb is one of saying",
    "verb": "the verb is none of saying",
    "according to": "“according to” leads in the speaker",
    "according:": "“according to” stands {} the words",
    "object:": "the words are the object of the verb, with “{}” after it",
    "of:": "“{}” leads in what was spoken about",
    "noun:": "a noun reports the words, with “{}”",
    "passive:object": "the words are the object of a passive",
    "passive:": "the report is in the passive, with “{}”",
    "naming:": "something is given a name, with “{}”",
    "negated": "the verb is negated",
    "infinitive": "the verb is in the infinitive",
    "addressed": "somebody is spoken to",
    "has_object": "the verb has an object",
    "has_subject": "the words have a subject of their own",
    "finite": "the words have a verb of their own",
    "has_modal": "the words have a verb such as “will” or “should”",
    "marks": "quotation marks stand in the words",
    "other_cue": "the words hold another verb of saying",
    "stops": "a sentence ends in the words",
    "empty": "no words are left",
}  # fmt: skip
_VALUED = {
    "cue=": "the reporting word is “{}”",
    "opens=": "the words open with “{}”",
    "closes=": "“{}” follows the words",
    "closes=end": "the words end the paragraph",
    "spans=1": "the words are in one piece",
    "spans=": "the words are in {} pieces",
    "length=": "a length of {} words",
    "length=more": "a great length",
    "edge=": "“{}” stands between the words and the report",
    "edge=whole": "nothing was cut off from the words",
    "edge=word": "no sign stands between the words and the report",
    "edge=other": "another sign stands between the words and the report",
    "edge=cut=": "a part at the end was cut off from the words",
    "edge=front=": "a part at the start was cut off from the words",
    "edge=more=": "more was taken into the words",
    "between=0": "nothing else quoted stands between",
    "between=1": "one other quoted passage stands between",
    "between=": "{} other quoted passages stand between",
    "gap=": "{} words between",
    "gap=0": "no word between",
    "gap=1": "one word between",
    "gap=more": "more than 40 words between",
    "break=False": "no sentence ends between",
    "break=True": "a sentence ends between",
    "dash=True": "a dash joins them",
    "dash=False": "no dash joins them",
    "nearer=0": "no other report stands nearer",
    "nearer=1": "one other report stands nearer",
    "nearer=": "{} other reports stand nearer",
    "first_phrase=True": "the phrase opens the paragraph",
    "first_phrase=False": "the phrase does not open the paragraph",
    "report_ends_clause=": "“{}” follows the report",
    "report_ends_clause=end": "the report ends the paragraph",
    "report_ends_clause=other": "more words follow the report",
    "strong=True,speech=True": "the verb is hardly used for anything but saying",
    "strong=False,speech=True": "the verb is used for saying and otherwise",
    "strong=False,speech=False": "the verb is none of saying",
    "class=none": "the verb is none of saying",
    "same=True": "the speaker is the one who spoke before",
    "same=False": "the speaker is not the one who spoke before",
    "paragraphs=0": "somebody is quoted before in this paragraph",
    "paragraphs=1": "the quotation before is in the paragraph above",
    "paragraphs=": "the quotation before is {} paragraphs up",
    "distance=1": "the quotation before is in the paragraph above",
    "distance=": "the quotation before is {} paragraphs up",
    "distance=0": "somebody is quoted before in this paragraph",
    "distance=none": "nobody is quoted before",
    "opened=True": "a sentence begins with the words",
    "opened=False": "the words stand inside a sentence",
    "opens=True": "the words open the paragraph",
    "opens=False": "the words do not open the paragraph",
    "whole=True": "the words are a whole sentence",
    "whole=False": "the words are no whole sentence",
    "reports=0": "the paragraph has no verb of saying",
    "reports=": "reports in the paragraph: {}",
    "unclosed=True": "the quotation before was left open",
    "unclosed=False": "the quotation before was closed",
    "announced=True": "the paragraph leads in a quotation",
    "announced=False": "the paragraph leads in no quotation",
    "before=": "“{}” stands before the words",
    "before=word": "a word stands before the words",
    "gap_words=": "{} words since the quotation before",
    "gap_reports=": "reports since the quotation before: {}",
    "governed=True": "the verb governs the words",
    "governed=False": "the verb does not govern the words",
    "governed=0": "the verb does not govern the words",
    "governed=1": "the verb governs the words",
    "governed=": "the verb governs the words, {} steps up",
    "governs=none": "no verb of saying governs the words",
    "governs=lowest": "the verb is the nearest that governs the words",
    "governs=above ": "the verb governs another report (“{}”)",
    "relative=True": "the verb stands in a relative clause",
    "relative=False": "the verb stands in no relative clause",
    "modal=": "“{}” goes with the verb",
    "mark=": "“{}” leads in the report",
    "adverb=": "“{}” goes with the verb",
    "infinitive=": "the verb completes “{}”",
}
SIGNALS = (
    _BARE
    | _VALUED
    | {f"tag={tag}": words for tag, words in _FORMS.items()}
    | {f"opens={tag}": f"the words open with {words}" for tag, words in _TAGS.items()}
    | {f"closes={tag}": f"{words} follows the words" for tag, words in _TAGS.items() if words[0] in "a“"}
    | {f"root={tag}": f"the words hang on {words}" for tag, words in _TAGS.items() if words[0] in "a“"}
    | {f"root={tag}": "the words hang on a verb" for tag in ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")}
    | {f"subject={kind}": f"the speaker’s phrase is {words}" for kind, words in (_TAGS | _NAMED).items()}
    | {f"form={kind}": f"the speaker’s phrase is {words}" for kind, words in _NAMED.items()}
    | {"form=": "the speaker’s phrase turns on “{}”"}
    | {f"speaker_kind={kind}": f"the speaker is {words}" for kind, words in SPEAKER_KINDS.items()}
    | {f"speaker={kind}": f"the speaker is {words}" for kind, words in SPEAKER_KINDS.items()}
    | {f"cue_dep={label}": f"the reporting word {words}" for label, words in _CLAUSES.items()}
    | {f"dep={label}": f"the speaker’s phrase {words}" for label, words in _CLAUSES.items()}
    | {"dep=nsubjpass": "the speaker’s phrase is the subject of a passive"}
    | {f"family={name}": words for name, words in (_FAMILIES | _CLASSES).items()}
    | {f"class={name}": words for name, words in _CLASSES.items()}
    | {f"rule={name}": words for name, words in _FAMILIES.items()}
    | {f"shape={name}": words for name, words in _SHAPES.items()}
    | {f"shape={name}": words for name, words in _BARE.items() if name.endswith(":")}
)
