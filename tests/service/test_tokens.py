import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.tokens import tokenize


def tokens(text: str) -> list[tuple[str, str | None]]:
    return [(token[0], token.lastgroup) for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a.b.c:d.e", [("a.b.c:d.e", "name")]),
        ("a.b.1", [("a", "word"), (".", "operator"), ("b", "word"), (".1", "number")]),
        ("<a#b>#c\n?d@en", [("<a#b>", "iri"), ("#c", "comment"), ("?d", "variable"), ("@en", "language")]),
        ("1<2", [("1", "number"), ("<", "operator"), ("2", "number")]),
        ('"""a"b\\"""" \'\'', [('"""a"b\\""""', "string"), ("''", "string")]),
        ('"""a" {}', [('""', "string"), ('"a"', "string"), ("{", "operator"), ("}", "operator")]),
        ("'a\\' {}\nb", [("'a\\' {}", "broken"), ("b", "word")]),
        ("_:a :b _c", [("_:a", "name"), (":b", "name"), ("_c", "word")]),
    ],
    ids=["name", "run", "signs", "less", "strings", "long string without an end", "broken", "underscores"],
)
def test_text_is_parted_into_tokens(text: str, expected: list[tuple[str, str]]) -> None:
    assert tokens(text) == expected


@given(st.text(st.sampled_from("ab.:<>\"'\\\n#?@_1e{} "), max_size=80))
def test_nothing_but_space_is_left_out(text: str) -> None:
    found = "".join(part for part, _ in tokens(text))
    assert "".join(found.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("part", "count"),
    [
        pytest.param("a.", 1_000_000, id="names without a colon"),
        pytest.param('\\"', 1_000_000, id="strings without an end"),
        pytest.param('\\"""\n', 400_000, id="long strings without an end"),
        pytest.param("<a", 1_000_000, id="less than"),
        pytest.param("'''\"\"\"\n\\", 250_000, id="quotes of both kinds"),
    ],
)
def test_two_megabytes_are_parted_in_one_go(part: str, count: int) -> None:
    """Where each place cost a look at all that follows, this would take hours."""
    assert sum(1 for _ in tokenize(part * count)) >= 1
