"""Articles come out of files as they are; what cannot be read says so in one line and stops nothing."""

from __future__ import annotations

import json
import os
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import LanguageError, ReadError
from graph.model import Article
from graph.reading.formats import MAX_BYTES, MAX_CHARACTERS, MAX_HTML_BYTES
from graph.reading.read import article_from_html, article_from_json, article_from_text, article_id, read_paths

ENGLISH = (
    "The president met the foreign minister in the capital on Monday, and both of them praised the talks."
)
RUSSIAN = (
    "Президент принял в понедельник министра иностранных дел, и оба высоко оценили итоги переговоров. " * 3
)
PAGE = f"""<html><head><title>Leaders meet | Example News</title>
<meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2024-05-27T10:00:00Z">
<link rel="canonical" href="https://news.example/leaders"></head>
<body><nav><a href="/">Home</a></nav>
<article><h1>Leaders meet</h1><p>{ENGLISH}</p><p>{ENGLISH} Twice.</p></article>
</body></html>"""


def read(path: Path) -> list[Article | str]:
    """Give what is read, errors as their messages without the folder's name."""
    found = read_paths([path])
    return [
        str(each).replace(f"{path.parent}/", "") if isinstance(each, ReadError) else each for each in found
    ]


def refusal(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    (message,) = read(path)
    assert isinstance(message, str)
    return message


def test_a_text_file_is_its_content_and_its_first_line_the_title(tmp_path: Path) -> None:
    text = f"Leaders meet \r\n\r\n{ENGLISH}\xa0\n"
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert read(tmp_path / "a.txt") == [Article(id=article_id(text), text=text, title="Leaders meet")]


def test_a_json_article_keeps_its_fields_and_ignores_others(tmp_path: Path) -> None:
    fields = {
        "id": 'odd /"id"\U0001f600',
        "title": "Leaders meet",
        "text": f" {ENGLISH}\n",
        "published": "2024-05-26",
        "publisher": "Example News",
        "url": "https://news.example/1",
        "language": "en-GB",
        "section": ["World"],
    }
    (tmp_path / "a.json").write_text(json.dumps(fields))
    assert read(tmp_path / "a.json") == [
        Article(
            id='odd /"id"\U0001f600',
            text=f" {ENGLISH}\n",
            title="Leaders meet",
            publisher="Example News",
            published=date(2024, 5, 26),
            url="https://news.example/1",
            language="en-GB",
        )
    ]


def test_a_page_gives_title_date_publisher_and_address() -> None:
    text = f"Leaders meet\n{ENGLISH}\n{ENGLISH} Twice."
    assert article_from_html(PAGE.encode()) == Article(
        id=article_id(text),
        text=text,
        title="Leaders meet",
        publisher="Example News",
        published=date(2024, 5, 27),
        url="https://news.example/leaders",
    )


def test_a_page_without_its_title_in_the_body_gets_it_as_first_line() -> None:
    article = article_from_html(PAGE.replace("<h1>Leaders meet</h1>", ""))
    assert article.text == f"Leaders meet\n\n{ENGLISH}\n{ENGLISH} Twice."


def test_lines_are_read_one_by_one_and_a_bad_one_stops_nothing(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "1", "text": ENGLISH}), "{bad", "", json.dumps({"id": "2", "text": ENGLISH})]
    (tmp_path / "a.jsonl").write_bytes("\n".join(lines).encode() + b'\n{"text": "\xff"}\n')
    assert read(tmp_path / "a.jsonl") == [
        Article(id="1", text=ENGLISH),
        "a.jsonl, line 2: not valid JSON at column 2: Expecting property name enclosed in double quotes",
        Article(id="2", text=ENGLISH),
        "a.jsonl, line 5: byte 10 (0xff) is not UTF-8; save it as UTF-8",
    ]


def test_a_line_that_is_too_long_is_skipped_whole(tmp_path: Path) -> None:
    long = b'{"text": "' + b"a" * MAX_BYTES + b'"}\n'
    (tmp_path / "a.jsonl").write_bytes(long + json.dumps({"id": "2", "text": ENGLISH}).encode())
    assert read(tmp_path / "a.jsonl") == [
        "a.jsonl, line 1: longer than 16,000,000 bytes, which is more than is read; split it",
        Article(id="2", text=ENGLISH),
    ]


def test_a_folder_is_read_recursively_in_order_without_hidden_and_other_files(tmp_path: Path) -> None:
    for name in ["b.txt", "a/z.md", "a/b/c.TXT", "d.pdf", ".hidden.txt", ".git/e.txt"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{name}\n{ENGLISH}")
    assert [found.title for found in read_paths([tmp_path]) if isinstance(found, Article)] == [
        "a/b/c.TXT",
        "a/z.md",
        "b.txt",
    ]


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (f"Leaders meet\n{ENGLISH}", "Leaders meet"),
        (json.dumps({"title": "One", "text": ENGLISH}), "One"),
        (json.dumps({"title": "Indented", "text": ENGLISH}, indent=1), "Indented"),
        (json.dumps({"title": "First", "text": ENGLISH}) + "\n{}", "First"),
        (PAGE, "Leaders meet"),
    ],
    ids=["text", "json", "indented json", "json lines", "html"],
)
def test_standard_input_is_told_by_its_first_line(content: str, title: str) -> None:
    first = next(read_paths(["-"], stdin=BytesIO(content.encode())))
    assert isinstance(first, Article)
    assert first.title == title


def test_the_same_text_gets_the_same_id() -> None:
    assert article_from_text(ENGLISH).id == article_from_json({"text": ENGLISH, "title": "Other"}).id
    assert article_from_text(ENGLISH).id != article_from_text(f"{ENGLISH} ").id


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", "Café\n".encode("latin-1"), "a.txt: byte 3 (0xe9) is not UTF-8; save it as UTF-8"),
        ("a.txt", ENGLISH.encode("utf-16"), "a.txt: the text is in UTF-16; save it as UTF-8"),
        ("a.txt", b"PK\x03\x04\x00", "a.txt: byte 4 is zero, so this is no text; give a text file in UTF-8"),
        ("a.txt", b"", "a.txt: the file is empty"),
        ("a.md", b" \n\t\n", "a.md: the file is empty"),
        ("a.jsonl", b"\n", "a.jsonl: the file is empty"),
        ("a.json", b'{"text":\n }', "a.json: not valid JSON at line 2, column 2: Expecting value"),
        ("a.json", b"[" * 100_000, "a.json: JSON too deep or with a number too long to be an article"),
        (
            "a.json",
            b'{"a":' + b"1" * 5_000 + b"}",
            "a.json: JSON too deep or with a number too long to be an article",
        ),
        ("a.json", b"[]", 'a.json: expected a JSON object with the key "text", found a list'),
        ("a.json", b"{}", 'a.json: "text" is missing or empty'),
        ("a.json", b'{"text": 1}', 'a.json: "text" must be a string, found a number'),
        ("a.json", b'{"text": "a", "id": 5}', 'a.json: "id" must be a string, found a number'),
        ("a.json", b'{"text": "a", "title": ["b"]}', 'a.json: "title" must be a string, found a list'),
        (
            "a.json",
            b'{"text": "a", "published": "26 May"}',
            "a.json: \"published\" must be a day as YYYY-MM-DD, found '26 May'",
        ),
        (
            "a.json",
            b'{"text": "a", "published": "2024-02-30"}',
            "a.json: \"published\" must be a day as YYYY-MM-DD, found '2024-02-30'",
        ),
        (
            "a.json",
            b'{"text": "a\\ud800"}',
            'a.json: "text" has U+D800 at character 1, which no text may hold; remove it',
        ),
        (
            "a.json",
            b'{"text": "a", "id": "\\u0000"}',
            'a.json: "id" has U+0000 at character 0, which no text may hold; remove it',
        ),
        (
            "a.json",
            b'{"text": "a", "language": "fr"}',
            "a.json: \"language\" is 'fr', but only English is converted",
        ),
        (
            "a.html",
            b"<html><body></body></html>",
            "a.html: no article text found in the HTML; give the text as .txt or .json instead",
        ),
        (
            "a.html",
            b"\x00\x01\x02",
            "a.html: no article text found in the HTML; give the text as .txt or .json instead",
        ),
        (
            "a.pdf",
            b"%PDF",
            "a.pdf: not a kind of file that is read (.htm, .html, .json, .jsonl, .md, .txt, a folder or -)",
        ),
    ],
)
def test_what_cannot_be_read_says_where_and_why(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    assert refusal(tmp_path / name, content) == message


def test_a_text_of_ten_megabytes_is_refused(tmp_path: Path) -> None:
    message = refusal(tmp_path / "a.txt", b"a " * 5_000_000)
    assert (
        message == "a.txt: the text has 10,000,000 characters, at most 2,000,000 are read; split the article"
    )
    assert MAX_CHARACTERS == 2_000_000


def test_a_page_that_is_too_long_is_refused() -> None:
    with pytest.raises(ReadError, match="page is longer than 4,000,000 bytes"):
        article_from_html(b" " * (MAX_HTML_BYTES + 1))


def test_a_deeply_nested_page_is_read() -> None:
    page = f"<html><body><article><p>{ENGLISH}</p>{'<div>' * 20_000}</article></body></html>"
    assert article_from_html(page).text == ENGLISH


def test_a_text_in_another_language_is_refused_by_its_name() -> None:
    with pytest.raises(
        LanguageError, match=r"^article: the text is in Russian, but only English articles are converted"
    ):
        article_from_text(RUSSIAN)


def test_a_declared_language_is_believed() -> None:
    assert article_from_json({"text": RUSSIAN, "language": "en_US"}).language == "en-US"


@pytest.mark.parametrize(
    "text",
    [
        "Salom!",
        "Shavkat Mirziyoyev, Kassym-Jomart Tokayev and Serdar Berdimuhamedow met Emomali Rahmon in Dushanbe.",
        f"{ENGLISH} {ENGLISH}\n\nПрезидент принял министра.\n\n{ENGLISH}",
        ENGLISH.upper(),
    ],
    ids=["too short to tell", "foreign names", "a foreign quotation", "capitals"],
)
def test_english_is_english(text: str) -> None:
    assert article_from_text(text).language == "en"


def test_missing_and_empty_places_are_named(tmp_path: Path) -> None:
    messages = [
        str(error).replace(str(tmp_path), "")
        for error in read_paths([tmp_path, tmp_path / "no\nne", "a\0b", "a" * 300])
    ]
    assert messages == [
        ": this folder holds no article (.htm, .html, .json, .jsonl, .md, .txt)",
        "/no\\nne: no such file or folder",
        "a\\x00b: no such file or folder",
        f"{'a' * 300}: cannot be read: File name too long",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0o000)
    assert read(tmp_path / "a.txt") == ["a.txt: cannot be read: Permission denied"]


@settings(max_examples=50, deadline=None)
@given(
    content=st.binary(max_size=80)
    | st.text(max_size=80).map(lambda text: json.dumps({"text": text}).encode())
)
def test_any_bytes_are_an_article_or_one_line_of_error(content: bytes) -> None:
    for found in read_paths(["-"], stdin=BytesIO(content)):
        if isinstance(found, ReadError):
            assert str(found).isprintable()
        else:
            assert found.text.encode()
