"""Reading quotations: marks, cues, reports of speech, what was said, and who said it."""
