"""Colours can be read in every theme; scripts and styles keep to what the pages promise."""

import re
from pathlib import Path

from reports import text
from reports.page import assets

ASSETS = {name: content.decode() for name, content in assets() if name.endswith((".css", ".js"))}


def test_scripts_show_the_same_characters_as_pages_do() -> None:
    listed = re.search(r"const UNSEEN = /\[(.*)\]/g", ASSETS["assets/app.js"])
    assert listed
    pattern = re.compile("[" + listed[1].encode().decode("unicode_escape") + "]")
    for code in (*range(0x2100), 0xFEFF, 0xFFFD):
        assert bool(pattern.search(chr(code))) == (text.visible(chr(code)) != chr(code)), hex(code)


def test_dark_is_dark_by_device_and_by_choice() -> None:
    css = ASSETS["assets/app.css"]
    by_device = re.search(r':root:not\(\[data-theme="light"\]\) \{(.*?)\}', css, re.DOTALL)
    by_choice = re.search(r':root\[data-theme="dark"\] \{(.*?)\}', css, re.DOTALL)
    assert by_device
    assert by_choice
    assert by_device[1].split() == by_choice[1].split()


def test_every_colour_is_a_variable_given_in_every_theme() -> None:
    css = ASSETS["assets/app.css"]
    blocks = [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", block)) for block in re.findall(r"\{([^{}]*--paper:[^{}]*)\}", css)
    ]
    assert len(blocks) == 4
    assert len({frozenset(block) for block in blocks}) == 1
    rules = re.sub(r"--[\w-]+: [^;]+;", "", css)
    assert not re.search(r":[^;{]*(#[0-9a-f]{3,6}\b|rgb|hsl)", rules)
    assert set(re.findall(r"var\(--([\w-]+)\)", css)) <= {*blocks[0], "serif", "sans", "mono"}


def _light(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_text_can_be_read_on_every_shade_in_every_theme() -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text; 1.4.11: 3 to 1 for what marks a cell or an edge."""

    def contrast(one: str, other: str) -> float:
        dim, bright = sorted((_light(theme[one]), _light(theme[other])))
        return (bright + 0.05) / (dim + 0.05)

    css = ASSETS["assets/app.css"]
    for block in re.findall(r"\{([^{}]*--paper:[^{}]*)\}", css):
        found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", block))
        theme = {
            name: value if len(value) == 7 else "#" + "".join(c * 2 for c in value[1:]) for name, value in found.items()
        }
        pairs = [
            ("ink", "paper"),
            ("mute", "paper"),
            ("accent", "paper"),
            ("warn", "paper"),
            ("ink", "soft"),
            ("mute", "h0"),
            ("mute", "g0"),
            ("ink", "mark"),
        ]
        pairs += [("ink", f"{scale}{step}") for scale in "hg" for step in (1, 2, 3)]
        pairs += [("on-dark-step", f"{scale}{step}") for scale in "hg" for step in (4, 5, 6)]
        pairs += [(f"on-part{number}", f"part{number}") for number in (1, 2, 3)]
        for pair in pairs:
            assert contrast(*pair) >= 4.5, (pair, block[:60])
        for pair in (("edge", "paper"), ("over", "paper"), ("good", "paper")):
            assert contrast(*pair) >= 3, (pair, block[:60])


def test_fonts_are_ours() -> None:
    folder = Path(__file__).parents[2] / "reports" / "assets" / "fonts"
    assert sorted(file.suffix for file in folder.iterdir() if file.suffix == ".woff2") == [".woff2"] * 4
