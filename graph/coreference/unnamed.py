"""unnamed: whom "he" means where someone is told of by his title alone ("The minister met X. He said")."""

from __future__ import annotations

from collections.abc import Collection

from graph.coreference.discourse import SUBJECTS, Discourse
from graph.offices.line import Word
from graph.offices.phrases import ANY, find_phrases, main_word

REACH = 2  # lines over which "he" is someone of whom only the title is told


def unnamed_subject(discourse: Discourse, line: int, forms: Collection[str]) -> tuple[int, ...] | None:
    """Give for whom the one stands who acts in a line by his title alone; None where nobody does so.

    Nobody stands for him where it is not told of what state or body he is. He acts too where one of the
    `forms` of his pronoun goes on with him.
    """
    for word in discourse.lines[line]:
        verb = word.token.head
        # Who "is" somebody named has a name
        acts = word.token.dep_ in SUBJECTS and verb.dep_ == "ROOT" and verb.lemma_ != "be"
        if acts and word.mention is None:
            told = discourse.told_at(line, word.token.i)
            if (not told and word.lower in forms) or _is_title(discourse, line, word, told):
                return told
    return None


def _is_title(discourse: Discourse, line: int, word: Word, told: tuple[int, ...]) -> bool:
    """Tell whether a word is the title of one man alone, for whom nobody or his state or body stands."""
    if any(child.dep_ == "conj" for child in word.token.children) or not set(told) <= _stand_ins(discourse):
        return False
    words = discourse.lines[line]
    titles = (phrase for phrase in find_phrases(words) if phrase.is_office and not phrase.plural)
    return any(main_word(words, title) == word and words[title.begin].lower not in ANY for title in titles)


def _stand_ins(discourse: Discourse) -> set[int]:
    return set(discourse.stand_ins.values())


def unnamed_before(discourse: Discourse, line: int, people: Collection[int]) -> tuple[int, ...]:
    """Take the state that stands for "the Peruvian president", where none of the people is spoken of."""
    near = list(discourse.back(line, lines=REACH))
    if not set(people).isdisjoint(discourse.people(near)):
        return ()
    return next((referent.entities for referent in near if discourse.is_unnamed(referent)), ())
