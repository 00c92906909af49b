"""he or she: the man or the woman whom "he", "him", "his", "she" and "her" mean."""

from __future__ import annotations

from collections.abc import Sequence

from graph.coreference.clauses import SUBJECTS, clauses_above, verbs_above
from graph.coreference.discourse import Discourse, Referent
from graph.coreference.genders import FEMALE, MALE
from graph.coreference.own_clause import is_object, is_possessive, local_owner, own_means, own_subject
from graph.coreference.quotations import is_quoted, quoted_speaker
from graph.coreference.speakers import follows_content, last_speakers, speaks
from graph.coreference.unnamed import unnamed_before, unnamed_subject
from graph.model import EntityType
from graph.offices.line import Word

HE = frozenset({"he", "him", "his"})
SHE = frozenset({"she", "her"})
REACH = 4  # lines in which he was told of
QUOTATION = 6  # lines more, where a quotation is passed over
# What is done by words, beside saying.
_SPEAKING = frozenset(
    {
        "accuse",
        "blame",
        "condemn",
        "criticise",
        "criticize",
        "demand",
        "deny",
        "dismiss",
        "pledge",
        "praise",
        "promise",
        "propose",
        "refuse",
        "reject",
        "suggest",
        "thank",
        "urge",
        "vow",
    }
)


def gender_of(word: Word) -> str:
    """Give the gender that "he" or "she" tells."""
    return MALE if word.lower in HE else FEMALE


def resolve_he_or_she(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    """Find the man or the woman: who spoke last, who acts above, or one of those told of last."""
    word = discourse.lines[line][place]
    gender = gender_of(word)
    speaker = _last_speaker(discourse, line, gender) if follows_content(word.token) else ()
    if speaker:
        return speaker
    barred = own_subject(discourse, line, word) if is_object(word) else own_means(discourse, line, word)
    barred = (*barred, *quoted_speaker(discourse, line, place))
    near = _subject_above(discourse, line, word)
    # Whoever speaks goes on speaking: whom he names in a quotation is another
    passes_over = _speaks_on(word) and not is_quoted(word)
    for is_open in (False, True) if passes_over else (True,):
        reach = REACH if is_open else REACH + QUOTATION
        for number in range(line, max(-1, line - reach), -1):
            here = number == line
            people = [r for r in discourse.by_line.get(number, ()) if _may_be(discourse, r, gender, barred)]
            people = people if is_open else [r for r in people if not _is_in_quotation(discourse, r)]
            if near is not None and any(near in referent.entities for referent in people):
                return (near,)
            if people:
                return _one_of(discourse, people, word, here=here)
            ahead = _subject_ahead(discourse, line, place, gender) if here else ()
            if ahead:
                return ahead
    may_be = [index for index in discourse.counts if discourse.may_be(index, gender)]
    return unnamed_before(discourse, line, may_be)


def _speaks_on(word: Word) -> bool:
    """Tell whether "he" says something, or does by words what goes on with them."""
    return speaks(word.token) or (word.token.dep_ == "nsubj" and word.token.head.lemma_ in _SPEAKING)


def _is_in_quotation(discourse: Discourse, referent: Referent) -> bool:
    """Tell whether somebody is named between quotation marks."""
    word = discourse.word_of(referent)
    return word is not None and is_quoted(word)


def _subject_above(discourse: Discourse, line: int, word: Word) -> int | None:
    """Give who acts in the clause of "his", or in the one that governs the clause of "he"."""
    if is_possessive(word):
        return local_owner(discourse, line, word)
    if word.token.dep_ not in SUBJECTS:
        return None
    for token in clauses_above(word.token):
        subject = next((child for child in token.children if child.dep_ in SUBJECTS), None)
        if subject is not None:
            found = discourse.told_at(line, subject.i)
            return found[0] if len(found) == 1 else None
    return None


def _one_of(discourse: Discourse, people: Sequence[Referent], word: Word, *, here: bool) -> tuple[int, ...]:
    """Give whom of the people of a line he is, or for whom one stands there who goes unnamed."""
    unnamed = None if here else _goes_on_with(discourse, people, word)
    if unnamed is not None:
        return unnamed
    told = _told_by(discourse, people) if _speaks_on(word) and not here else ()
    return told or _told_again(discourse, people, word, here=here) or _chosen(people, here=here)


def _told_by(discourse: Discourse, people: Sequence[Referent]) -> tuple[int, ...]:
    """Give who tells what a line says, behind it, and goes on: Paz in "Vas has left, Paz said. He said"."""
    words = ((referent, discourse.word_of(referent)) for referent in people if referent.is_subject)
    telling = {
        referent.entities
        for referent, word in words
        if word is not None and follows_content(word.token) and not word.token.conjuncts
    }
    return telling.pop() if len(telling) == 1 else ()


def _goes_on_with(discourse: Discourse, people: Sequence[Referent], word: Word) -> tuple[int, ...] | None:
    """Give for whom he stands whose title acts in a line before, where none of its people does."""
    forms = _forms_of(word)
    acting = [child for verb in verbs_above(word.token) for child in verb.children if child.dep_ in SUBJECTS]
    goes_on = not is_object(word) and acting[-1:] and acting[-1].lower_ in forms
    if not goes_on or any(referent.is_subject for referent in people):
        return None
    return unnamed_subject(discourse, people[0].line, forms)


def _told_again(
    discourse: Discourse, people: Sequence[Referent], word: Word, *, here: bool
) -> tuple[int, ...]:
    """Give whom "him" in this line, or in one of which nobody is the main subject, means already."""
    forms = _forms_of(word)
    words = [(referent, discourse.word_of(referent)) for referent in people]
    told = [referent.entities for referent, each in words if each is not None and each.lower in forms]
    is_open = here or not any(referent.is_main for referent in people)
    return told[-1] if told and is_open else ()


def _forms_of(word: Word) -> frozenset[str]:
    return HE if word.lower in HE else SHE


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


def _subject_ahead(discourse: Discourse, line: int, place: int, gender: str) -> tuple[int, ...]:
    """Read "In his speech Xi said": the subject that follows, where nobody was named before."""
    words = discourse.lines[line]
    owned = words[place].token.head
    if not is_possessive(words[place]) or owned.dep_ != "pobj":
        return ()
    for word in words[place + 1 :]:
        mention = word.mention
        if mention is None or mention.type is not EntityType.PERSON or len(mention.entities) != 1:
            continue
        if word.token.dep_ in SUBJECTS and discourse.may_be(mention.entities[0], gender):
            return mention.entities
        return ()
    return ()


def resolve_style(discourse: Discourse, line: int, place: int) -> tuple[int, ...]:
    """Find whom "His Excellency" means: who spoke last, else who was told of last."""
    gender = gender_of(discourse.lines[line][place])
    speaker = _last_speaker(discourse, line, gender)
    if speaker:
        return speaker
    for referents in discourse.lines_back(line, lines=REACH):
        people = [r for r in referents if _may_be(discourse, r, gender, ())]
        if people:
            return _chosen(people, here=False)
    return ()


def _last_speaker(discourse: Discourse, line: int, gender: str) -> tuple[int, ...]:
    """Give the man or the woman who spoke last."""
    speakers = (r.entities for r in last_speakers(discourse, line) if _may_be(discourse, r, gender, ()))
    return next(speakers, ())


def _may_be(discourse: Discourse, referent: Referent, gender: str, barred: Sequence[int]) -> bool:
    index = referent.entities[0]
    person = len(referent.entities) == 1 and discourse.is_type(index, EntityType.PERSON)
    return person and index not in barred and discourse.may_be(index, gender)
