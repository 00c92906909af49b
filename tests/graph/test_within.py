from graph.model import Article, Form, Mention, Span
from graph.reading.segment import segment
from graph.within import mentions_within


def mention(start: int, end: int) -> Mention:
    return Mention(Span(start, end), "", None, Form.NAME)


def test_each_sentence_gets_the_mentions_that_lie_in_it() -> None:
    sentences = segment(Article("a", "Ann met Bo. Cy left."))
    ann, bo, cy, across = mention(0, 3), mention(8, 10), mention(12, 14), mention(8, 14)
    assert mentions_within(sentences, (cy, across, ann, bo)) == ((ann, bo), (cy,))


def test_sentence_without_mentions_gets_none() -> None:
    assert mentions_within(segment(Article("a", "It rained.")), ()) == ((),)
