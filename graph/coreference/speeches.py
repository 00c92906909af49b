"""speeches: who "I" and "we" are outside any report ("Name: ...", "Remarks by Name", "We, the ministers")."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graph.coreference.clauses import LINKS, people_together
from graph.coreference.discourse import Discourse
from graph.coreference.quotations import MARKS, is_quoted
from graph.model import EntityType
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import find_phrases

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
KINDS = frozenset({
    "address", "communique", "communiqué", "declaration", "message", "remarks", "speech", "statement",
})  # fmt: skip
# Who is spoken to before a colon, speaks not: "Minister Paz, ladies and gentlemen: thank you".
ADDRESSED = frozenset({
    "colleagues", "delegates", "excellencies", "excellency", "friends", "gentlemen", "guests", "ladies",
})  # fmt: skip
OPENING = 16  # words of a name and its title before a colon
ASKING = 3  # words of "Question:" or "Japan Times reporter:"
RELEASE = 4  # lines of a release behind the one that tells who met
BYLINE = 2  # lines within which the title of who releases a text tells that it is his
HEADINGS = 4  # lines within which a page says who speaks


def find_speakers(lines: Sequence[Sequence[Word]]) -> list[int | None]:
    """Tell of each line whose speech it is; None in what someone reports."""
    speakers: list[int | None] = []
    speaker: int | None = None
    is_speech = False
    for number, words in enumerate(lines):
        is_speech |= number < HEADINGS and any(word.lower in KINDS for word in words)
        if _opens(words):
            speaker = _only_person(words[: _colon(words)])
        elif number < HEADINGS and speaker is None:
            speaker = _announced(words)
            is_signed = is_speech or (number < BYLINE and _tells_office(words))
            speaker = _named_alone(words) if speaker is None and is_signed else speaker
        speakers.append(speaker)
    return speakers


def _colon(words: Sequence[Word]) -> int:
    return next((place for place, word in enumerate(words[:OPENING]) if word.text == ":"), 0)


def _opens(words: Sequence[Word]) -> bool:
    """Tell whether a line begins with who speaks: "Minister Paz: This is", "Question: Will you"."""
    colon = _colon(words)
    named = _only_person(words[:colon]) is not None
    tells = any(word.token.pos_ in ("VERB", "AUX") for word in words[:colon] if not word.mention)
    quoted = bool(MARKS & {word.text for word in words[colon : colon + 2]})
    addressed = not ADDRESSED.isdisjoint(word.lower for word in words[:colon])
    speaks = not (tells or quoted or addressed)
    return 0 < colon < len(words) - 1 and speaks and (named or colon <= ASKING)


def _announced(words: Sequence[Word]) -> int | None:
    """Read the heading "Remarks by Foreign Minister Paz", "Address of President Paz"."""
    places = [place for place, word in enumerate(words) if word.lower in ("by", "of") and place]
    if not places or words[-1].text == "." or words[places[0] - 1].lower not in KINDS:
        return None
    return _only_person(words[places[0] :])


def _named_alone(words: Sequence[Word]) -> int | None:
    """Read the line under the heading of a speech: "Hon Ana Paz, Minister of Foreign Affairs of Peru"."""
    is_sentence = words[-1].text in {".", "?", "!"} or any(word.token.pos_ == "VERB" for word in words)
    begins = next((word for word in words if word.lower not in load_nouns().honorifics), words[0])
    return None if is_sentence or begins.mention is None else _only_person(words)


def _tells_office(words: Sequence[Word]) -> bool:
    """Tell whether a line is a name and an office behind a comma: "Ana Paz, Secretary of State"."""
    comma = next((place for place, word in enumerate(words) if word.text == ","), len(words))
    titles = (phrase for phrase in find_phrases(words) if phrase.begin == comma + 1)
    return comma == 1 and any(title.is_office and title.end == len(words) for title in titles)


def is_we(words: Sequence[Word], place: int, voice: tuple[int, ...]) -> bool:
    """Tell whether a word means those of a voice: in no quotation, and not beside others ("we met")."""
    word = words[place]
    if word.lower not in WE or word.text == "US" or not voice or is_quoted(word):
        return False
    joint = word.token.dep_ == "nsubj" and word.token.head.lemma_ in load_nouns().deeds["joint"]
    return len(voice) > 1 or not joint


def find_voice(discourse: Discourse, line: int) -> tuple[int, ...]:
    """Give who says "we" from a resolved line on, if it tells: "We, the ministers", "Joint Statement by"."""
    words, told = discourse.lines[line], discourse.by_line.get(line, ())
    if words and words[0].lower == "we":
        beside = (each.entities for each in told if _is_beside(each.token, words[0].token))
        return tuple(dict.fromkeys(index for entities in beside for index in entities))
    start = _authors_start(words) if line < HEADINGS else None
    named = next((each.entities for each in told if start is not None and each.span.start > start), ())
    return speaks_for(discourse, named[0]) if len(named) == 1 else named


def find_company(discourse: Discourse, line: int) -> tuple[int, ...]:
    """Give who "we" are that opens a line of a release on a meeting: the two who met before."""
    words = discourse.lines[line]
    if not words or words[0].text != "We" or any(MARKS & {*word.text} for word in words):
        return ()
    for number in range(line - 1, max(-1, line - 1 - RELEASE), -1):
        together = people_together(discourse, number)
        if len(together) == 2:
            return together
    return ()


def _is_beside(place: int, we: Token) -> bool:
    token = we.doc[place]
    while token.dep_ in LINKS and token.i not in (we.i, token.head.i):
        token = token.head
    return token.i == we.i != place


def _authors_start(words: Sequence[Word]) -> int | None:
    """Read the heading "Joint Statement by the Foreign Ministers": where its authors begin."""
    places = (place for place, word in enumerate(words) if word.lower in ("by", "of", "from") and place)
    kinds = [place for place in places if words[place - 1].lower in KINDS]
    if not kinds or words[kinds[0] - 1].text.islower() or words[-1].text == ".":
        return None
    return words[kinds[0]].span.end


def speaks_for(discourse: Discourse, person: int) -> tuple[int, ...]:
    """Give whom a speaker means by "we": the organisation or the state that he serves, else himself."""
    served = [position.of for position in discourse.offices_of(person)]
    unions = [index for index in served if discourse.is_type(index, EntityType.INTERNATIONAL_ORGANIZATION)]
    state = discourse.country_of(person)
    return tuple(unions[:1]) or ((person,) if state is None else (state,))


def _only_person(words: Sequence[Word]) -> int | None:
    people = {
        index
        for word in words
        if word.mention is not None and word.mention.type is EntityType.PERSON
        for index in word.mention.entities
    }
    return people.pop() if len(people) == 1 else None
