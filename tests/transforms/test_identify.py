"""The language of a story is told, with and without the model."""

import pytest

from transforms.language import identify as station
from transforms.language.identify import identify

ENGLISH = "The mayor of Port Vell said on Monday that the dues will rise, and that they would be paid by the owners of the ships."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        ("Council backs ferry plan, mayor Holt hails vote; dues up 5 percent from spring onwards", "en"),
        ("Der Bürgermeister sagte am Montag, die Gebühren für den Hafen würden im Frühjahr steigen.", "de"),
        ("Le maire a déclaré lundi que les droits du port augmenteraient au printemps prochain.", "fr"),
        ("市長は月曜日に、港の使用料が春に上がると発表した。船会社は反対している。", "ja"),
        ("Le quotidien “The Harbour of the Post and that of the Sea” a été vendu lundi à une société de la ville de Vell, en France.", "fr"),
        ("Shr 31 cts vs 27 cts Net 118,250 vs 104,975 Revs 2,406,130 vs 2,190,445 Six mths Shr 58 cts vs 49 cts", "en"),
        ("", "und"),
        ("Breaking", "und"),
        ("1,250 3.4 % 17:00 " * 20, "und"),
    ],
)  # fmt: skip
def test_the_language_is_told(text: str, code: str) -> None:
    assert identify(text) == code


@pytest.mark.parametrize(
    "lead",
    [
        ENGLISH,
        "Vell Shipping posted a profit that was higher on Thursday on cost cuts in dues in the first quarter, more than some had forecast.",
        "Shares in Vell Shipping fell in early trading on Monday after it posted a loss of two million dollars for the year, dealers said.",
    ],
)
def test_english_needs_no_model_even_with_few_articles(lead: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(station, "_classifier", None)
    assert identify(lead) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Malgranda urbo havas grandan havenon kaj la urbestro diras ke la impostoj altiĝos printempe.",
        "Urbs parva portum magnum habet et praefectus dicit tributa vere novo aucta fore.",
    ],
)
def test_no_text_is_in_a_language_without_news(text: str) -> None:
    assert identify(text) not in ("eo", "la", "vo")
