"""names after: who is named behind a title ("President X", "the president of Peru, X,", "the envoy is X")."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import EntityType, Form, Mention
from graph.offices.line import Word
from graph.offices.nouns import is_head, load_nouns
from graph.offices.phrases import SPOKESMEN, Phrase, is_definite, main_word
from graph.offices.who.joints import DASHES, OPENERS, QUOTES
from graph.offices.who.persons import Person, pair_owners, person_at

ADORNING = frozenset({"the", "most", "right"})
# Whose officer one is, said behind his name: "President X of Kenya"
OWNING_BEHIND = frozenset(
    {EntityType.COUNTRY, EntityType.GOVERNMENT_BODY, EntityType.INTERNATIONAL_ORGANIZATION}
)
# What is up for somebody, or who is up for it: "the post of director", "a nominee for ambassador"
SOUGHT = frozenset(
    {"bid", "candidacy", "candidate", "contender", "job", "nominee", "position", "post", "race"}
)
GOING_ON = frozenset({"AUX", "SCONJ", "VERB"})
CLOSERS = DASHES | QUOTES | {",", ".", ")", ";", ":", "!", "?", "(", "and", "who"}


def people_after(words: Sequence[Word], office: Phrase) -> list[Person]:
    """Read "President X", and for a plural title "the presidents X (Peru) and Y (Ghana)".

    "A President X" is only thought of.
    """
    is_any = words[office.begin].lower in ("a", "an") and office.begin + 1 == office.first
    is_imagined = (
        is_any and is_head(office.role) and office.first == office.head + 1 - len(office.noun.split())
    )
    return _people_from(words, office, office.end) if not is_imagined else []


def people_after_comma(words: Sequence[Word], office: Phrase) -> list[Person]:
    """Read "the Peruvian President, X," and "the Secretary-General, Mr X as"."""
    after = office.end + 1
    if after >= len(words) or words[office.end].lower not in OPENERS - {"("}:
        return []
    if _is_sought(words, office):
        return []
    if not is_definite(words, office):
        return _opening(words, office, after) or _introduced(words, office, after)
    people = _people_from(words, office, after)
    is_styled = words[after].lower in load_nouns().honorifics
    is_said = bool(people) and (_is_apposed(words, office, people[-1]) or _acts_as(words, office, people[-1]))
    return people if people and (is_styled or is_said or _is_closed(words, people[-1].place + 1)) else []


def _opening(words: Sequence[Word], office: Phrase, index: int) -> list[Person]:
    """Read "Deputy trade minister, X, said so", where the title opens a sentence."""
    opens = office.begin == office.first == 0 and not office.plural
    is_subject = opens and main_word(words, office).token.dep_ == "nsubj"
    people = _people_from(words, office, index) if is_subject else []
    behind = words[people[-1].place + 1 : people[-1].place + 2] if people else ()
    is_parted = bool(behind) and behind[0].text == ","
    return people if is_parted and _is_apposed(words, office, people[-1]) else []


def _introduced(words: Sequence[Word], office: Phrase, index: int) -> list[Person]:
    """Read "A Kenyan envoy, X, said so", but not "A Kenyan envoy, X and Y said so"."""
    # "A Kenyan leader" may lead a village
    speaks = office.noun in SPOKESMEN | load_nouns().away
    is_of_owner = bool(office.owners) and not office.plural and speaks
    people = _people_from(words, office, index) if is_of_owner else []
    behind = words[people[-1].place + 1 : people[-1].place + 3] if people else ()
    is_parted = len(behind) == 2 and behind[0].text == "," and behind[1].token.pos_ in GOING_ON
    return people if is_parted and _is_apposed(words, office, people[-1]) else []


def _is_sought(words: Sequence[Word], office: Phrase) -> bool:
    """Tell whether a title is only what somebody is up for: "a candidate for president of the bank, X"."""
    before = [word.lower for word in words[max(0, office.begin - 2) : office.begin]]
    return len(before) == 2 and before[0] in SOUGHT and before[1] in ("for", "of", "to")


def _is_apposed(words: Sequence[Word], office: Phrase, person: Person) -> bool:
    """Tell whether a name goes with a title though no second comma says so: "Peru's king, X said"."""
    name, title = words[person.place].token, main_word(words, office).token
    # One verb has one subject
    share_verb = name.dep_ == "nsubj" and title.dep_ in ("nsubj", "dep") and title.head == name.head
    return share_verb or (name.dep_ == "appos" and name.head == title)


def _acts_as(words: Sequence[Word], office: Phrase, person: Person) -> bool:
    """Read "As president of Peru, X said"."""
    opens = office.begin == office.first == 1 and words[0].lower == "as"
    return opens and words[person.place].token.dep_ == "nsubj"


def named_as(words: Sequence[Word], office: Phrase) -> list[Person]:
    """Read "The ambassador of Chad is X.", but not "The wife of the king is X."."""
    verb = words[office.end].lower if office.end < len(words) else ""
    is_told = verb in ("is", "was") and is_definite(words, office)
    is_subject = main_word(words, office).token.dep_ == "nsubj"
    people = _people_from(words, office, office.end + 1) if is_told and is_subject else []
    return people if people and _is_closed(words, people[-1].place + 1) else []


def _is_closed(words: Sequence[Word], index: int) -> bool:
    return index >= len(words) or words[index].lower in CLOSERS


def _people_from(words: Sequence[Word], office: Phrase, index: int) -> list[Person]:
    """Read the name, or for a plural title the names, that begin at a word."""
    people: list[Person] = []
    while index < len(words):
        before, index = _owner_before(words, index, first=not people) if office.plural else (None, index)
        index = _skip_honorifics(words, index)
        person = person_at(words, index)
        if person is None:
            break
        is_told = bool(before or office.owners)
        owner, index_after = (before, index + 1) if is_told else _owner_after(words, index + 1)
        owner = owner or _state_of_entry(words, office, index + 1)
        people.append(Person(index, person, owner))
        index = _skip_joint(words, index_after)
        if not office.plural or index == index_after:
            break
    # "The ministers, Peru's X said" is told by somebody else
    is_teller = office.plural and len(people) == 1 and words[people[0].place - 1].lower in ("'s", "'")
    return [] if is_teller else pair_owners(office, people)


def _owner_before(words: Sequence[Word], index: int, *, first: bool) -> tuple[Mention | None, int]:
    """Read the next state of "the ambassadors of Peru, X, Ghana, Y, of Chad, W, and Norway's Z".

    The `first` one is read only where its name stands in the genitive: "three ambassadors: Norway's Z".
    """
    at = index
    while at < len(words) - 1 and words[at].lower in ("of", "the"):
        at += 1
    mention = words[at].mention
    after = at + 1 if first else _skip_joint(words, at + 1)
    is_genitive = after < len(words) and words[after].lower in ("'s", "'")
    after += is_genitive
    if first and not is_genitive:
        return None, index
    if mention is None or mention.type is not EntityType.COUNTRY or person_at(words, after) is None:
        return None, index
    return mention, after


def _owner_after(words: Sequence[Word], index: int) -> tuple[Mention | None, int]:
    """Read "(Russia)", "of Uzbekistan", ", of Uzbekistan," or "of the European Commission" after a name."""
    index += _is_parted(words, index)
    if index + 1 < len(words) and words[index].lower in ("(", "of"):
        inner = index + 1 + (words[index + 1].lower == "the")
        mention = words[inner].mention if inner < len(words) else None
        if mention and mention.type in OWNING_BEHIND:
            closed = inner + 1 < len(words) and words[inner + 1].lower == ")"
            return mention, inner + 1 + closed
    return None, index


def _state_of_entry(words: Sequence[Word], office: Phrase, index: int) -> Mention | None:
    """Read the line "President X, Peru" and "Premier X, China, People's Republic of" of a list of guests."""
    behind = words[index : index + 2]
    state = behind[1].mention if len(behind) == 2 and behind[0].text == "," else None
    is_all = index + 2 >= len(words) or words[index + 2].text in (",", ".", "(")
    goes_on = any(word.token.pos_ in GOING_ON for word in words[index + 2 :])
    if state is None or office.begin or office.plural or not is_all or goes_on:
        return None
    is_state = state.type is EntityType.COUNTRY and state.form is Form.NAME
    return state if office.national and is_state and office.possessor is None else None


def _is_parted(words: Sequence[Word], index: int) -> bool:
    """Tell whether commas part a state from a name, as in old papers: "President Holm, of Peru, said"."""
    ahead = words[index : index + 4]
    if len(ahead) < 4 or (ahead[0].text, ahead[1].lower) != (",", "of"):
        return False
    state = ahead[2].mention
    is_closed = ahead[3].text in (",", ".", ";")
    return is_closed and state is not None and state.type is EntityType.COUNTRY and state.form is Form.NAME


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
