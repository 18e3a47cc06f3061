"""Text that tries everything: to run, to fetch, to break out of an attribute, a script, a template, a statement, a line, a cell."""

OWN = "window.__owned=1"  # in lower case, because views fold some texts
CANARY = "https://canary.example/"
FOLLOWED = "document.title=1"
HOSTILE = "".join(
    [
        f"=cmd|' /c calc'!a1</title></style></textarea></script></details><script>{OWN}</script>",
        f"\"><img src={CANARY}a onerror={OWN}>' onfocus='{OWN}' autofocus tabindex=1 x='` onmouseover={OWN} ",
        f'<svg/onload={OWN}><a href="javascript:{OWN}">x</a> javascript:{OWN}// <iframe srcdoc="<script>parent.__owned=1</script>">',
        f"</iframe><base href={CANARY}><link rel=stylesheet href={CANARY}b><meta http-equiv=refresh content=0;{CANARY}c>",
        f"<style>@import '{CANARY}d'</style><object data={CANARY}e></object><form action={CANARY}><input autofocus onfocus={OWN}>",
        f"{{{{ 7*'7' }}}}{{% include 'index.html' %}}${{{OWN}}} \\u003cscript\\u003e{OWN}\\u003c/script\\u003e \\\\\" \\' \\",
        "'; DROP TABLE quotes; -- */ $$ %00 #a=1&q=2?x=%3Cscript%3E <!-- <script> --> ]]> &lt;b&gt; &amp;lt; &#x3c;script&#x3e; __proto__ ",
        "\x1b[31mred\x1b[0m \x1b]0;title\x07 \u202egnp.exe\u202c \u2066x\u2069 \u200f\u200e\u061c \x08\x7f\x85\x9b\u2028\u2029\ufeff\t",
        "\u05e2\u05d1\u05e8\u05d9\u05ea \u0639\u0631\u0628\u064a \u65e5\u672c\u8a9e \u0301\u0489 \U0001d518\U0001f600\U0001f469\u200d\U0001f467 ",
        "W" * 180,
        ", ",
    ]
)
# The same length of harmless words: what is cut at some length is cut alike.
HARMLESS = ("Plain words " * len(HOSTILE))[: len(HOSTILE) - 2] + ", "
