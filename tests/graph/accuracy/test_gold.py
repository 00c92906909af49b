"""Annotated articles are read, and what is none is named."""

from pathlib import Path

import pytest

from graph.accuracy.gold import load_gold
from graph.errors import ReadError

GOLD = Path(__file__).parents[2] / "gold"


@pytest.mark.parametrize("path", sorted(GOLD.glob("d*.json")), ids=lambda path: path.stem)
def test_annotated_article_is_read_and_its_evidence_lies_in_the_text(path: Path, tmp_path: Path) -> None:
    (tmp_path / path.name).write_bytes(path.read_bytes())
    (article,) = load_gold(tmp_path)
    length = len(article.article.text)
    assert all(0 <= begin < end <= length for event in article.events for begin, end in event.evidence)


def test_folder_without_annotations_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no annotated articles"):
        load_gold(tmp_path)


@pytest.mark.parametrize(
    "content", ["[]", "{", '{"id": "x", "text": "a"}', '{"text": "a", "entities": 3}', "\udcff"]
)
def test_file_that_is_no_annotation_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "bad.json").write_bytes(content.encode(errors="surrogateescape"))
    with pytest.raises(ReadError, match=r"bad\.json"):
        load_gold(tmp_path)
