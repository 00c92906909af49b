"""holders: the people who stand beside the titles of a line."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from spacy.tokens import Token

from graph.model import EntityType, Form, Mention, Span
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import DETERMINERS, Phrase, find_phrases, main_word
from graph.offices.several import is_listed, share_holder, with_principals

DASHES = frozenset({"\u2013", "\u2014", "-", "\u2014\u2014"})
ADORNING = frozenset({"the", "most", "right"})
QUOTES = frozenset({'"', "\u201c", "\u201d", "'", "\u2018", "\u2019"})
OPENERS = DASHES | {",", "(", ":"}
CLOSERS = DASHES | QUOTES | {",", ".", ")", ";", ":", "!", "?", "(", "and", "who"}
BEING = frozenset({"is", "was", "who", "as", "been"})
LINKS = BEING | {
    "has",
    "had",
    "also",
    "now",
    "then",
    "currently",
    "himself",
    "herself",
    "and",
    "will",
    "to",
    "be",
    "until",
}
# "X, who holds the chair of the AU"
HOLDING = frozenset({"holds", "holding"})
# "X, in his capacity as chair"
CAPACITY = frozenset({"in", "his", "her", "capacity"})
POSTS = frozenset(
    {"as", "to", "the", "post", "position", "of", "a", "new", "be", "over", "in", "his", "her", "its", "on"}
)
REPLACING = frozenset(
    {"replace", "replaces", "replaced", "replacing", "succeed", "succeeds", "succeeded", "succeeding"}
)

Person = tuple[int, Mention, Mention | None]


@dataclass(frozen=True, slots=True)
class Claim:
    """A title and a person beside it; `owner` is written beside the person: "(Russia)", "X of Uzbekistan"."""

    line: int
    holder: Mention
    office: Phrase
    span: Span
    owner: Mention | None = None


def line_claims(words: Sequence[Word], number: int) -> Iterator[Claim]:
    """Pair the titles of a line with the people who hold them."""
    offices = with_principals(words, [phrase for phrase in find_phrases(words) if phrase.is_office])
    taken: dict[int, Person] = {}
    titled: set[int] = set()
    held: list[Claim] = []
    for office, following in zip_longest(offices, offices[1:]):
        title, people = office, people_beside(words, office, taken, titled)
        if (
            following is not None
            and share_holder(words, office, following)
            and _may_share(words, office, people)
        ):
            behind = _shared(words, following)
            people = [
                (index, who, None if office.owners else owner) for index, who, owner in behind
            ] or people
            shared = following.owners if office.national else ()
            title = replace(office, owners=office.owners or shared)
        if (
            people
            and following is not None
            and is_listed(words, office, following)
            and people[0][0] in titled
        ):
            taken.pop(office.end, None)
            people = []
        for person in people:
            titled |= {person[0]} if office.end <= person[0] else set()
            claim = _claim(words, number, title, person)
            if not any(_is_of_another_state(claim, other) for other in held):
                held.append(claim)
    yield from held


def _may_share(words: Sequence[Word], office: Phrase, people: Sequence[Person]) -> bool:
    """Tell whether a title goes with the next one: nobody stands beside it, or who is listed before."""
    opens = office.begin > 0 and words[office.begin - 1].lower == "and"
    return not people or (opens and people[0][0] < office.begin)


def _shared(words: Sequence[Word], office: Phrase) -> list[Person]:
    """Find the holder behind the second of two titles: "and Foreign Minister of Peru, X,"."""
    return _people_after(words, office, office.end) or _people_behind(words, office)


def _is_of_another_state(claim: Claim, other: Claim) -> bool:
    """Tell whether two claims give somebody the same office of two states: he has but the first."""
    owners = (claim.office.owners[:1], other.office.owners[:1])
    states = [owner.entities for each in owners for owner in each if owner.type is EntityType.COUNTRY]
    same = (claim.holder, claim.office.noun) == (other.holder, other.office.noun)
    return same and len(states) == 2 and states[0] != states[1] and claim.office.national


def person_at(words: Sequence[Word], index: int) -> Mention | None:
    """Give the person named by a word, if it names one."""
    mention = words[index].mention if 0 <= index < len(words) else None
    return mention if mention and mention.type is EntityType.PERSON and mention.form is Form.NAME else None


def people_beside(
    words: Sequence[Word], office: Phrase, taken: dict[int, Person], titled: Container[int] = ()
) -> list[Person]:
    """Find who stands beside a title.

    `taken` remembers the names before earlier titles of the line, `titled` the places of names behind them.
    """
    people = _people_after(words, office, office.end) or _named_as(words, office)
    if people or _is_genitive(words, office):
        return people
    behind = _people_behind(words, office)
    # "The President of Peru, X, the President of Ghana, Y, and ...": X has his title
    if behind and office.begin and (words[office.begin - 1].lower == "and" or office.begin - 2 in titled):
        return behind
    people = _accredited(words, office) or _people_before(words, office, taken)
    # "Prime Minister X, High Commissioner, friends": so are several addressed
    is_bare = (office.begin, office.end) == (office.first, office.head + 1)
    if people and is_bare and people[0][0] in titled and words[office.begin].text[:1].isupper():
        return []
    people = people or _titled_before(words, office, titled)
    if people:
        taken[office.end] = people[0]
        return people
    if behind:
        return behind
    return _appointed(words, office)


def _is_genitive(words: Sequence[Word], office: Phrase) -> bool:
    """Tell whether a title only says whose somebody else is: "X, the president's envoy"."""
    after = office.head + 1
    return after == office.end < len(words) and words[after].lower in ("'s", "'")


def _titled_before(words: Sequence[Word], office: Phrase, titled: Container[int]) -> list[Person]:
    """Read "President X and current chair of the AU": no determiner or owner begins another's title."""
    index = office.begin - 1
    joint = {words[index].lower} if index >= 0 else set()
    while index >= 0 and words[index].lower in (",", "and"):
        index -= 1
    person = person_at(words, index)
    opens = office.begin == office.first and bool(office.owners) and not office.plural
    return [(index, person, None)] if person and opens and joint == {"and"} and index in titled else []


def _named_as(words: Sequence[Word], office: Phrase) -> list[Person]:
    """Read "The ambassador of Chad is X.", but not "The wife of the king is X."."""
    is_told = office.end < len(words) and words[office.end].lower == "is" and _is_definite(words, office)
    is_subject = main_word(words, office).token.dep_ == "nsubj"
    people = _people_after(words, office, office.end + 1) if is_told and is_subject else []
    return people if people and _is_closed(words, people[-1][0] + 1) else []


def _people_behind(words: Sequence[Word], office: Phrase) -> list[Person]:
    """Read "the Peruvian President, X," and "the Secretary-General, Mr X as"."""
    after = office.end + 1
    if after >= len(words) or words[office.end].lower not in OPENERS - {"("}:
        return []
    people = _people_after(words, office, after) if _is_definite(words, office) else []
    is_styled = words[after].lower in load_nouns().honorifics
    is_said = bool(people) and (_is_apposed(words, office, people[-1]) or _acts_as(words, office, people[-1]))
    return people if people and (is_styled or is_said or _is_closed(words, people[-1][0] + 1)) else []


def _is_apposed(words: Sequence[Word], office: Phrase, person: Person) -> bool:
    """Tell whether a name goes with a title though no second comma says so: "Peru's king, X said"."""
    name, title = words[person[0]].token, main_word(words, office).token
    # One verb has one subject
    share_verb = name.dep_ == "nsubj" and title.dep_ in ("nsubj", "dep") and title.head == name.head
    return share_verb or (name.dep_ == "appos" and name.head == title)


def _acts_as(words: Sequence[Word], office: Phrase, person: Person) -> bool:
    """Read "As president of Peru, X said"."""
    opens = office.begin == office.first == 1 and words[0].lower == "as"
    return opens and words[person[0]].token.dep_ == "nsubj"


def _accredited(words: Sequence[Word], office: Phrase) -> list[Person]:
    """Read "X presented his credentials to Y as ambassador": X is."""
    given = [i for i, word in enumerate(words[: office.begin]) if word.lower == "credentials"]
    as_such = office.begin > 0 and words[office.begin - 1].lower == "as"
    return _subject(words, given[-1]) if given and as_such else []


def _claim(words: Sequence[Word], number: int, office: Phrase, person: Person) -> Claim:
    _, holder, owner = person
    spans = [
        words[office.begin].span,
        words[office.end - 1].span,
        holder.span,
        *([owner.span] if owner else []),
    ]
    return Claim(number, holder, office, Span(min(s.start for s in spans), max(s.end for s in spans)), owner)


def _is_definite(words: Sequence[Word], office: Phrase) -> bool:
    indefinite = words[office.begin].lower in ("a", "an", "some")
    return not indefinite and bool(office.begin < office.first or office.owners or office.plural)


def _is_closed(words: Sequence[Word], index: int) -> bool:
    return index >= len(words) or words[index].lower in CLOSERS


def _people_after(words: Sequence[Word], office: Phrase, index: int) -> list[Person]:
    """Read the name, or for a plural title the names, that begin at a word."""
    people: list[Person] = []
    while index < len(words):
        before, index = _owner_before(words, index) if office.plural and people else (None, index)
        index = _skip_honorifics(words, index)
        person = person_at(words, index)
        if person is None:
            break
        owner, index_after = (before, index + 1) if office.owners else _owner_after(words, index + 1)
        people.append((index, person, owner))
        index = _skip_joint(words, index_after)
        if not office.plural or index == index_after:
            break
    return _share_owners(office, people)


def _share_owners(office: Phrase, people: list[Person]) -> list[Person]:
    """Pair "the presidents of Russia and Uzbekistan" with as many names; of fewer or more none is certain."""
    owners = sorted(office.owners, key=lambda owner: owner.span)
    if not office.plural or len(owners) < 2:
        return people
    if len(owners) != len(people):
        return []
    return [(index, person, owner) for (index, person, _), owner in zip(people, owners, strict=True)]


def _owner_before(words: Sequence[Word], index: int) -> tuple[Mention | None, int]:
    """Read the next state of "the ambassadors of Peru, X, Ghana, Y, of Chad, W, and Norway's Z"."""
    at = index
    while at < len(words) - 1 and words[at].lower in ("of", "the"):
        at += 1
    mention = words[at].mention
    after = _skip_joint(words, at + 1)
    after += after < len(words) and words[after].lower == "'s"
    if mention is None or mention.type is not EntityType.COUNTRY or person_at(words, after) is None:
        return None, index
    return mention, after


def _owner_after(words: Sequence[Word], index: int) -> tuple[Mention | None, int]:
    """Read "(Russia)", "of Uzbekistan" or "of the European Commission" after a name."""
    if index + 1 < len(words) and words[index].lower in ("(", "of"):
        inner = index + 1 + (words[index + 1].lower == "the")
        mention = words[inner].mention if inner < len(words) else None
        if mention and mention.type in (EntityType.COUNTRY, EntityType.INTERNATIONAL_ORGANIZATION):
            closed = inner + 1 < len(words) and words[inner + 1].lower == ")"
            return mention, inner + 1 + closed
    return None, index


def _skip_honorifics(words: Sequence[Word], index: int) -> int:
    """Skip "Dr the Most Honourable" before a name."""
    styles = load_nouns().honorifics | QUOTES | {"."}
    while index < len(words) - 1 and not words[index].mention:
        ahead = [word.lower for word in words[index : index + 3]]
        begun = ahead[0] in ADORNING and not styles.isdisjoint(ahead[1:])
        if ahead[0] not in styles and not begun:
            break
        index += 1
    return index


def _skip_joint(words: Sequence[Word], index: int) -> int:
    while index < len(words) and (words[index].lower in (",", "and", "&") or _goes_on(words, index)):
        index += 1
    return index


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Tell whether a list goes on with another owner: "the presidents of Peru, X; of Ghana, Y"."""
    return words[index].text == ";" and [word.lower for word in words[index + 1 : index + 2]] == ["of"]


def _people_before(words: Sequence[Word], office: Phrase, taken: dict[int, Person]) -> list[Person]:
    index = office.begin - 1
    gap: list[str] = []
    in_capacity = [word.lower for word in words[max(0, index - 1) : index + 1]] == ["capacity", "as"]
    while index >= 0 and not words[index].mention:
        lower = words[index].lower
        is_held = (lower in HOLDING and office.noun == "chair") or (in_capacity and lower in CAPACITY)
        if lower not in LINKS | OPENERS | QUOTES and not (lower.isdigit() or is_held or lower == ")"):
            break
        gap.append(lower)
        index -= 1
    if _opens_unread_name(words, office):
        return []
    if office.begin - len(gap) in taken and gap and set(gap) <= {"and", ","} and not office.plural:
        return [taken[office.begin - len(gap)]]
    index = _skip_origin(words, index)
    person = person_at(words, index)
    if person is None or not (_links(words, office, gap) or _is_named_subject(words, office, index)):
        return []
    if in_capacity and words[index].token.dep_ != "nsubj":  # "Y met X in her capacity as chair"
        return []
    return _share_owners(office, _list_back(words, index) if office.plural else [(index, person, None)])


def _opens_unread_name(words: Sequence[Word], office: Phrase) -> bool:
    """Tell whether a name that nobody knows stands behind a title: "and Minister of Trade X Y"."""
    behind = words[office.end : office.end + 2]
    return len(behind) == 2 and all(
        word.mention is None and word.token.pos_ == "PROPN" and word.text.istitle() for word in behind
    )


def _skip_origin(words: Sequence[Word], index: int) -> int:
    """Step back from the country in "X of Dominica, the chairman of CARICOM" to the name."""
    mention = words[index].mention if index >= 2 else None
    if mention is None or mention.type not in (EntityType.COUNTRY, EntityType.PLACE):
        return index
    name = index - 2 - (words[index - 1].lower == "the")
    return name if person_at(words, name) and words[name + 1].lower == "of" else index


def _links(words: Sequence[Word], office: Phrase, gap: Sequence[str]) -> bool:
    following = words[office.end] if office.end < len(words) else None
    fronted = following is not None and following.token.pos_ in ("VERB", "AUX")
    if "as" in gap and (office.plural or (fronted and _is_definite(words, office))):
        return False  # "said X, as the leaders of Peru met"
    if BEING & set(gap):
        return "to" not in gap or "be" in gap
    if not OPENERS & set(gap) or "and" in gap:
        return False
    return not fronted and (_is_definite(words, office) or office.end > office.head + 1 or not office.plural)


def _is_named_subject(words: Sequence[Word], office: Phrase, index: int) -> bool:
    """Read "X, Peruvian President said": with an article it may be someone else, and in "say" two do so."""
    name, title = words[index].token, main_word(words, office).token
    is_titled = title.dep_ == "appos" and title.head == name and words[office.begin].lower not in DETERMINERS
    return is_titled and name.dep_ == "nsubj" and name.head.tag_ != "VBP" and index + 2 == office.begin


def _list_back(words: Sequence[Word], index: int) -> list[Person]:
    people: list[Person] = []
    while (person := person_at(words, index)) is not None:
        people.append((index, person, None))
        index -= 1
        start = index
        while index >= 0 and words[index].lower in (",", "and", "&"):
            index -= 1
        if index == start:
            break
    return people[::-1]


def _appointed(words: Sequence[Word], office: Phrase) -> list[Person]:
    """Read "X was appointed ambassador", "appointed X ambassador", "X as (became) ambassador"."""
    nouns = load_nouns()
    begin = office.begin
    while begin > 0 and words[begin - 1].lower in POSTS and not words[begin - 1].mention:
        begin -= 1
    direct = person_at(words, begin - 1)
    if direct is not None:
        before = [word.lower for word in words[max(0, begin - 6) : begin - 1]]
        if REPLACING & set(before[-2:]) or before[-1:] == ["by"]:
            return []
        named_as = begin < office.begin and words[begin].lower == "as"
        return [(begin - 1, direct, None)] if named_as or nouns.appointing & set(before) else []
    verb = begin - 1 - (begin > 1 and words[begin - 1].lower in ("over", "in", "office"))
    if verb < 0 or words[verb].lower not in nouns.appointing | nouns.becoming:
        return []
    return _subject(words, verb)


def _subject(words: Sequence[Word], verb: int) -> list[Person]:
    """Find who is appointed or takes office: the name before a passive, participle or intransitive verb."""
    nouns = load_nouns()
    index = verb - 1
    while (
        index >= 0 and not words[index].mention and words[index].lower in LINKS | OPENERS | QUOTES | {"just"}
    ):
        index -= 1
    passive = {"was", "were", "is", "been", "be", "being", ","} & {
        word.lower for word in words[index + 1 : verb]
    }
    active = {"has", "had", "have"} & {word.lower for word in words[index + 1 : verb]}
    if words[verb].lower in nouns.appointing and (not passive or (active and "been" not in passive)):
        return []
    person = person_at(words, index)
    if person:
        return [(index, person, None)]
    subjects = _subjects_of(words[verb].token) or _subjects_of(words[verb].token.head)
    return [
        (i, p, None)
        for i, word in enumerate(words)
        if word.token.i in subjects and (p := person_at(words, i))
    ]


def _subjects_of(verb: Token) -> frozenset[int]:
    return frozenset(child.i for child in verb.children if child.dep_ in ("nsubj", "nsubjpass"))
