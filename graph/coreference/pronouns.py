"""pronouns: he, she, it and they point back to who was spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.coreference.accused import who_denies
from graph.coreference.clauses import (
    SUBJECTS,
    clauses_above,
    means_of,
    people_together,
    subjects_of,
    verbs_above,
)
from graph.coreference.discourse import Discourse, Referent
from graph.coreference.genders import FEMALE, MALE
from graph.coreference.quotations import quoted_speaker
from graph.coreference.speakers import last_speakers, speaks
from graph.coreference.told_groups import meeting_others
from graph.coreference.unnamed import unnamed_before, unnamed_subject
from graph.model import EntityType
from graph.offices.line import Word
from graph.offices.nouns import OFFICES, load_nouns, singular

HE = frozenset({"he", "him", "his"})
SHE = frozenset({"she", "her"})
PLURAL = frozenset({"they", "them", "their"})
THING = frozenset({"it", "its"})
PRONOUNS = HE | SHE | PLURAL | THING
POSSESSIVES = frozenset({"his", "her", "its", "their"})
# "His Highness", "Her Royal Majesty" are styles, and "his" means no one told of before.
STYLES = frozenset({
    "eminence", "excellencies", "excellency", "highness", "highnesses", "holiness", "honor", "honour",
    "majesties", "majesty",
})  # fmt: skip
ACTORS = (
    EntityType.COUNTRY,
    EntityType.INTERNATIONAL_ORGANIZATION,
    EntityType.GOVERNMENT_BODY,
    EntityType.ORGANIZATION,
    EntityType.COMPANY,
)
OBJECTS = ("dobj", "pobj", "dative", "obj")
# Who does so has a guest, and "his visit" is the guest's.
RECEIVING = frozenset({"greet", "host", "receive", "welcome"})
JOURNEYS = frozenset({"stay", "tour", "trip", "visit"})
# Whoever is judged so is judged for what he did: "praised Peru for its stance".
JUDGING = frozenset(
    {
        "accuse",
        "applaud",
        "blame",
        "censure",
        "commend",
        "condemn",
        "congratulate",
        "criticise",
        "criticize",
        "denounce",
        "fault",
        "laud",
        "praise",
        "punish",
        "rebuke",
        "sanction",
        "thank",
    }
)
# From whom a thing is.
SOURCES = frozenset({"by", "from"})
GROUNDS = frozenset({"for", "of", "on", "over"})
# "It" with these verbs stands for no one: "it is clear", "it took years", "it remains to be seen".
IMPERSONAL = frozenset({
    "appear", "be", "become", "come", "emerge", "follow", "happen", "look", "mean", "remain", "seem", "sum",
    "take", "turn",
})  # fmt: skip


def is_pronoun(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word is a pronoun, and not part of a style."""
    if words[place].text == "HE" and any(word.text.islower() for word in words):
        return False
    if is_style(words, place):
        return True
    styled = any(word.lower in STYLES for word in words[place + 1 : place + 3])
    return words[place].lower in PRONOUNS and not (styled and words[place].lower in POSSESSIVES)


def is_style(words: Sequence[Word], place: int) -> bool:
    """Tell whether a style stands for "he" or "she": "His Excellency also spoke"."""
    if words[place].lower not in ("his", "her") or place + 2 >= len(words):
        return False
    after = words[place + 2]
    acts = after.mention is None and after.token.pos_ in ("VERB", "AUX", "ADV")
    return words[place + 1].lower in STYLES and acts


def resolve_pronoun(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    """Find whom the pronoun at a place of a line means; nobody where the text does not decide."""
    word = discourse.lines[line][place]
    if denying := who_denies(discourse, line, word):
        return denying
    if word.lower in HE | SHE:
        find = _styled if is_style(discourse.lines[line], place) else _person
        found = find(discourse, line, place)
        discourse.note_gender(found, MALE if word.lower in HE else FEMALE)
        return found
    if word.lower in PLURAL:
        return _several(discourse, line, place)
    return _thing(discourse, line, place)


def _styled(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    """Find whom "His Excellency" means: who spoke last, else who was told of last."""
    gender = MALE if discourse.lines[line][place].lower in HE else FEMALE
    speaker = _last_speaker(discourse, line, gender)
    if speaker:
        return speaker
    for referents in discourse.lines_back(line, lines=4):
        people = [r for r in referents if _may_be(discourse, r, gender, ())]
        if people:
            return _chosen(people, here=False)
    return ()


def _last_speaker(discourse: Discourse, line: int, gender: str) -> tuple[int, ...]:
    """Give the man or the woman who spoke last."""
    speakers = (r.entities for r in last_speakers(discourse, line) if _may_be(discourse, r, gender, ()))
    return next(speakers, ())


def _person(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    word = discourse.lines[line][place]
    gender = MALE if word.lower in HE else FEMALE
    speaker = _last_speaker(discourse, line, gender) if _follows_content(word.token) else ()
    if speaker:
        return speaker
    barred = _own_subject(discourse, line, word) if _is_object(word) else _means(discourse, line, word)
    quoting = quoted_speaker(discourse, line, place)
    barred = (*barred, *quoting)
    near = _subject_above(discourse, line, word)
    for number in range(line, max(-1, line - 4), -1):
        here = number == line
        people = [r for r in discourse.by_line.get(number, ()) if _may_be(discourse, r, gender, barred)]
        if near is not None and near not in barred and any(near in referent.entities for referent in people):
            return (near,)
        unnamed = None if here or not people else _goes_on_with(discourse, number, word, people)
        if unnamed is not None:
            return unnamed
        again = _told_again(discourse, people, gender, here=here)
        if again:
            return again
        ahead = () if here and people else _subject_ahead(discourse, line, place, gender)
        if people or ahead:
            return ahead or _chosen(people, here=here)
    may_be = [index for index in discourse.counts if discourse.may_be(index, gender)]
    return _subject_ahead(discourse, line, place, gender) or unnamed_before(discourse, line, may_be)


def _goes_on_with(
    discourse: Discourse, line: int, word: Word, people: Sequence[Referent]
) -> tuple[int, ...] | None:
    """Give for whom he stands whose title acts in a line before, where none of its people does."""
    forms = HE if word.lower in HE else SHE
    acting = [child for verb in verbs_above(word.token) for child in verb.children if child.dep_ in SUBJECTS]
    goes_on = not _is_object(word) and acting[-1:] and acting[-1].lower_ in forms
    if not goes_on or any(referent.is_subject for referent in people):
        return None
    return unnamed_subject(discourse, line, forms)


def _told_again(
    discourse: Discourse, people: Sequence[Referent], gender: str, *, here: bool
) -> tuple[int, ...]:
    """Give whom "him" in this line, or in one of which nobody is the main subject, means already."""
    forms = HE if gender == MALE else SHE
    told = [
        referent.entities
        for referent in people
        if (word := discourse.word_of(referent)) is not None and word.lower in forms
    ]
    is_open = here or not any(referent.is_main for referent in people)
    return told[-1] if told and is_open else ()


def _follows_content(token: Token) -> bool:
    """Tell whether a word speaks after what it says: "Raisi will attend, he underlined"."""
    verb = token.head
    if not speaks(token):
        return False
    said = (child for child in verb.children if child.dep_ == "ccomp" and child.i < token.i)
    return verb.dep_ == "parataxis" or next(said, None) is not None


def _may_be(discourse: Discourse, referent: Referent, gender: str, barred: Sequence[int]) -> bool:
    index = referent.entities[0]
    person = len(referent.entities) == 1 and discourse.is_type(index, EntityType.PERSON)
    return person and index not in barred and discourse.may_be(index, gender)


def _subject_above(discourse: Discourse, line: int, word: Word) -> int | None:
    """Give who acts in the clause of "his", or in the one that governs the clause of "he"."""
    if _is_possessive(word):
        return _local_owner(discourse, line, word)
    if word.token.dep_ not in SUBJECTS:
        return None
    for token in clauses_above(word.token):
        subject = next((child for child in token.children if child.dep_ in SUBJECTS), None)
        if subject is not None:
            found = discourse.told_at(line, subject.i)
            return found[0] if len(found) == 1 else None
    return None


def _is_possessive(word: Word) -> bool:
    return word.token.dep_ == "poss" or word.token.tag_ == "PRP$"


def _is_object(word: Word) -> bool:
    return word.token.dep_ in OBJECTS and word.token.tag_ != "PRP$"


def _chosen(people: Sequence[Referent], *, here: bool) -> tuple[int, ...]:
    """Take the only one; else in this line the last who acts, in a line before the one of whom it tells."""
    distinct = list(dict.fromkeys(referent.entities[0] for referent in people))
    if len(distinct) == 1:
        return (distinct[0],)
    acting = [referent for referent in people if referent.is_subject]
    if here:
        return acting[-1].entities if acting else ()
    main = [referent for referent in acting if referent.is_main] or acting[:1]
    several = {referent.entities[0] for referent in main}
    return main[0].entities if len(several) == 1 else ()


def _own_subject(discourse: Discourse, line: int, word: Word) -> tuple[int, ...]:
    """Give who acts in the clause of an object: "he" is not "him" in "he met him", "Holm's letter to him"."""
    acting = (*subjects_of(word.token), *_writers(word.token))
    return tuple(index for subject in acting for index in discourse.told_at(line, subject.i))


def _means(discourse: Discourse, line: int, word: Word) -> tuple[int, ...]:
    """Give by whom he acts, who is not he: "through the envoy he thanked Peru"."""
    return tuple(index for token in means_of(word.token) for index in discourse.told_at(line, token.i))


def _writers(token: Token) -> Iterator[Token]:
    """Give whose a thing is that does something: "a letter from Holm inviting him"."""
    noun = token.head.head if token.head.dep_ in {"acl", "prep"} else None
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    if token.head.dep_ == "acl":
        yield from (noun, *(child for child in noun.children if child.dep_ == "appos"))
    for child in noun.children:
        if child.dep_ == "poss":
            yield child
        if child.lower_ in SOURCES:
            yield from (each for each in child.children if each.dep_ == "pobj")


def _local_owner(discourse: Discourse, line: int, word: Word) -> int | None:
    """Find whose the thing before is ("Holm's plan and his visit"), or else the subject of the clause.

    Of a host and his guest the visit is the guest's: "received A during his visit". Whoever is blamed or
    thanked is so for what is his own: "thanked A for his support".
    """
    owned = word.token.head
    beside = [child for child in owned.head.children if owned.dep_ == "conj" and child.dep_ == "poss"]
    subjects = beside or _guests(word.token) or _judged(word.token) or subjects_of(word.token)
    found = discourse.told_at(line, subjects[0].i) if subjects else ()
    return found[0] if len(found) == 1 else None


def _guests(token: Token) -> list[Token]:
    """Give who is received in the clause of somebody's visit."""
    verb = next(verbs_above(token), None)
    if verb is None or verb.lemma_ not in RECEIVING or token.head.lemma_ not in JOURNEYS:
        return []
    return [child for child in verb.children if child.dep_ == "dobj"]


def _judged(token: Token) -> list[Token]:
    """Give who is praised or blamed in the clause, where the possessive stands in what it is for."""
    for each in token.ancestors:
        if each.pos_ in ("AUX", "VERB"):
            return []
        if each.dep_ == "prep" and each.head.pos_ == "VERB":
            judges = each.lower_ in GROUNDS and each.head.lemma_ in JUDGING
            return [child for child in each.head.children if judges and child.dep_ == "dobj"]
    return []


def _subject_ahead(discourse: Discourse, line: int, place: int, gender: str) -> tuple[int, ...]:
    """Read "In his speech Xi said": the subject that follows, where nobody was named before."""
    words = discourse.lines[line]
    owned = words[place].token.head
    if not _is_possessive(words[place]) or owned.dep_ != "pobj":
        return ()
    for word in words[place + 1 :]:
        mention = word.mention
        if mention is None or mention.type is not EntityType.PERSON or len(mention.entities) != 1:
            continue
        if word.token.dep_ in SUBJECTS and discourse.may_be(mention.entities[0], gender):
            return mention.entities
        return ()
    return ()


def _several(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    words = discourse.lines[line]
    if _has_plural_subject(discourse, line, words[:place]):
        return ()
    inanimate = _is_object(words[place])
    barred = set(_own_subject(discourse, line, words[place])) if inanimate else set()
    for referents in discourse.lines_back(line, lines=3):
        groups = [r.entities for r in referents if _is_several(discourse, r) and not barred & set(r.entities)]
        joined = _joined_subjects(discourse, referents) or _titled_subjects(discourse, referents[0].line)
        if groups or (joined and not barred & set(joined)):
            return groups[-1] if groups else joined
        earlier = referents[0].line < line
        people = discourse.people(referents)
        number = referents[0].line
        if inanimate or (earlier and _has_plural_subject(discourse, number, discourse.lines[number])):
            return ()
        if len(people) == 2:
            return meeting_others(discourse, referents, words[place].token) or people
        if earlier or len(people) > 2:
            together = people_together(discourse, number) if earlier else ()
            return together if len(together) == 2 else ()
    return ()


def _joined_subjects(discourse: Discourse, referents: Sequence[Referent]) -> tuple[int, ...]:
    """Give the coordinated subjects of a line, no city of a dateline: "Iran and Saudi Arabia agreed"."""
    words = {word.span: word for word in discourse.lines[referents[0].line]}
    subjects = [
        r
        for r in referents
        if r.is_subject
        and r.span in words
        and len(r.entities) == 1
        and not discourse.is_type(r.entities[0], EntityType.PLACE)
    ]
    groups: dict[int, list[int]] = {}
    for referent in subjects:
        token = words[referent.span].token
        while token.dep_ == "conj" and token.head.i != token.i:
            token = token.head
        groups.setdefault(token.i, []).append(referent.entities[0])
    joined = [tuple(dict.fromkeys(group)) for group in groups.values() if len(set(group)) > 1]
    return joined[-1] if joined else ()


def _titled_subjects(discourse: Discourse, line: int) -> tuple[int, ...]:
    """Give who bear the title of which a line tells: "The presidents of Peru, X, and Chile, Y, met"."""
    words = discourse.lines[line]
    for place, word in enumerate(words):
        title = singular(word.lower)
        is_plural = title != word.lower and load_nouns().heads.get((title,)) in OFFICES
        if not is_plural or word.token.dep_ not in SUBJECTS:
            continue
        named = (each.mention for each in words[place + 1 :] if each.token.i < word.token.head.i)
        people = (each for each in named if each is not None and each.type is EntityType.PERSON)
        bearers = dict.fromkeys(entity for each in people for entity in each.entities)
        if len(bearers) > 1:
            return tuple(bearers)
    return ()


def _is_several(discourse: Discourse, referent: Referent) -> bool:
    """Tell whether a place speaks of several, or of the one body that "the leaders" stand for."""
    if len(referent.entities) > 1:
        return True
    word = discourse.word_of(referent)
    plural = word is not None and word.token.tag_ == "NNS" and referent.is_subject
    return plural and discourse.is_type(referent.entities[0], EntityType.INTERNATIONAL_ORGANIZATION)


def _has_plural_subject(discourse: Discourse, line: int, words: Sequence[Word]) -> bool:
    """Tell whether some other plural acts, of whom nobody knows: "the protesters said they"."""
    return any(
        word.mention is None
        and word.token.dep_ in SUBJECTS
        and word.token.tag_ in ("NNS", "NNPS")
        and not discourse.told_at(line, word.token.i)
        for word in words
    )


def _thing(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    words = discourse.lines[line]
    word = words[place]
    if word.lower == "it" and not _acts(word.token):
        return ()
    if _follows_content(word.token):
        speaker = next(last_speakers(discourse, line), None)
        if speaker is not None and discourse.is_type(speaker.entities[0], *ACTORS):
            return speaker.entities
    owner = _local_owner(discourse, line, word) if _is_possessive(word) else None
    if owner is not None and discourse.is_type(owner, *ACTORS):
        return (owner,)
    for referents in discourse.lines_back(line, lines=2):
        here = referents[0].line == line
        acting = [r for r in referents if r.is_subject and len(r.entities) == 1]
        things = [r for r in acting if discourse.is_type(r.entities[0], *ACTORS)]
        if things:
            return things[-1].entities if here else things[0].entities
        if acting or _has_other_subject(words[:place] if here else discourse.lines[referents[0].line]):
            return ()
    return ()


def _acts(token: Token) -> bool:
    """Tell whether "it" does something, unlike in "it is clear that"."""
    head = token.head
    return token.dep_ == "nsubj" and head.pos_ == "VERB" and head.lemma_.lower() not in IMPERSONAL


def _has_other_subject(words: Sequence[Word]) -> bool:
    return any(
        word.mention is None and word.token.dep_ in SUBJECTS and word.token.pos_ == "NOUN" for word in words
    )
