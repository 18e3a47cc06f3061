import gzip
import zlib

import pytest

from transforms.decode import Decoded, decode, document
from transforms.formats import text as text_format
from transforms.records import Document, Reject

STORY = "Harbour dues rise\n\nPort Vell, Jul 12 (MPA).- “It’s fair,” said Zoë Brandt, the harbour master.\n"
CYRILLIC = "Министр порта Велл заявил во вторник, что сборы вырастут, но суда будут приходить по расписанию. " * 5
JAPANESE = "港の使用料が上がると市長が火曜日に発表した。船会社は反対している。" * 5


def _text(data: bytes) -> str:
    decoded = decode(data)
    assert isinstance(decoded, Decoded)
    return decoded.text


def _reject(outcome: object) -> Reject:
    assert isinstance(outcome, Reject)
    return outcome


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_same_story_in_any_encoding_reads_the_same(encoding: str) -> None:
    assert _text(STORY.encode(encoding)) == STORY


def test_a_mark_of_byte_order_does_not_become_part_of_the_text() -> None:
    assert _text(b"\xef\xbb\xbfWorld\n") == "World\n"
    assert _text(b"\xfe\xff" + "World".encode("utf-16-be")) == "World"


@pytest.mark.parametrize(("story", "encoding"), [(CYRILLIC, "cp1251"), (JAPANESE, "shift_jis")])
def test_old_code_pages_of_other_scripts_are_read_as_such(story: str, encoding: str) -> None:
    assert _text(story.encode(encoding)) == story


def test_accents_of_latin_1_are_not_taken_for_another_script() -> None:
    decoded = decode("El alcalde Pérez habló con la señora Núñez.".encode("latin-1"))
    assert decoded == Decoded("El alcalde Pérez habló con la señora Núñez.", "cp1252")


def test_a_byte_that_windows_1252_does_not_know_falls_back_to_latin_1() -> None:
    assert decode(b"The Harbour Post \x81 caf\xe9") == Decoded("The Harbour Post  café", "latin-1")


def test_a_text_cut_within_its_last_character_stays_utf_8() -> None:
    assert decode("Zoë Brandt in café".encode()[:-1]) == Decoded(
        "Zoë Brandt in caf\ufffd", "utf-8", ("characters_lost",)
    )


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_every_line_end_becomes_a_newline(end: str) -> None:
    assert _text(f"one{end}two".encode()) == "one\ntwo"


def test_stray_nul_and_control_characters_leave_a_text_a_text() -> None:
    assert decode(STORY.replace("fair", "fa\0i\x1br").encode() + b"\x02\x03") == Decoded(STORY, "utf-8")


def test_a_western_line_pasted_into_utf_8_is_read_and_said() -> None:
    decoded = decode(2 * STORY.encode() + "José Núñez said: “Olé”".encode("cp1252"))
    assert decoded == Decoded(f"{2 * STORY}José Núñez said: “Olé”", "utf-8", ("mixed_encoding",))


def test_bytes_that_are_no_text_within_utf_8_are_lost_and_not_made_letters() -> None:
    decoded = decode(STORY.encode() + b"\xff\xfe\xfa.")
    assert decoded == Decoded(f"{STORY}\ufffd\ufffd\ufffd.", "utf-8", ("mixed_encoding", "characters_lost"))


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t ", b"\xff\xfe \0\n\0", b"\xef\xbb\xbf\n", "\u00a0\u200b".encode(), b"<p></p><div> </div>"]
)
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    assert _reject(decode(data)).reason == "empty"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 \x00\x01", "PDF"),
        (gzip.compress(b"news", mtime=0), "gzip"),
        (bytes(range(32)) * 9, "NUL bytes from offset 0, 81% control characters"),
    ],
)
def test_binary_content_is_rejected_with_what_it_is_and_where(data: bytes, said: str) -> None:
    rejected = _reject(decode(data))
    assert rejected.reason == "not_text"
    assert said in rejected.detail


def test_a_document_is_known_by_the_hash_of_its_bytes() -> None:
    first, second = document(STORY.encode()), document(STORY.encode())
    assert isinstance(first, Document)
    assert first == second
    assert first.document_id == first.sha256[:16]
    assert (first.byte_size, first.encoding) == (len(STORY.encode()), "utf-8")


def test_what_was_mended_stays_with_the_document() -> None:
    broken = document("It’s fair".encode().decode("cp1252").encode())
    assert isinstance(broken, Document)
    assert (broken.text, broken.encoding, broken.repairs) == (
        "It’s fair", "utf-8+mojibake_repaired", ("mojibake_repaired",),
    )  # fmt: skip
    clean = document(STORY.encode())
    assert isinstance(clean, Document)
    assert clean.repairs == ()


def test_an_unreadable_document_says_why() -> None:
    assert _reject(document(b"")).reason == "empty"


def test_gzip_is_opened_by_its_name_and_all_its_members_are_read() -> None:
    packed = gzip.compress(b"one ", mtime=0) + gzip.compress(b"two", mtime=0) + b"\0\0"
    assert text_format.payload("a/News.TXT.GZ", packed) == b"one two"
    assert text_format.payload("news.txt", b"plain") == b"plain"


@pytest.mark.parametrize("data", [b"not gzip", gzip.compress(b"news" * 99, mtime=0)[:-12], b"", b"\0\0"])
def test_broken_gzip_is_a_corrupt_archive(data: bytes) -> None:
    assert _reject(text_format.payload("news.txt.gz", data)).reason == "corrupt_archive"


def test_a_gzip_bomb_and_a_huge_file_are_too_large() -> None:
    bomb = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = b"".join(bomb.compress(bytes(1_000_000)) for _ in range(25)) + bomb.flush()
    assert len(packed) < 50_000
    assert _reject(text_format.payload("bomb.txt.gz", packed)).reason == "too_large"
    assert _reject(text_format.payload("news.txt", bytes(text_format.MAX_BYTES + 1))).reason == "too_large"
    assert text_format.payload("news.txt", bytes(text_format.MAX_BYTES)) == bytes(text_format.MAX_BYTES)
