"""told groups: the countries or people of whom an article told together before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from spacy.tokens import Token

from graph.coreference.clauses import people_together
from graph.coreference.discourse import Discourse, Referent
from graph.model import EntityType
from graph.offices.line import Word
from graph.offices.nouns import load_nouns
from graph.offices.phrases import Phrase

REACH = 4
# Lines over which a group of three or more is sought: that just so many fit is hardly ever chance.
MANY, FAR = 3, 30
# What says of a country where it is.
_LYING = frozenset({
    "country", "kingdom", "landlock", "landlocked", "lie", "nation", "sandwich", "situate", "squeeze",
    "state", "wedge",
})  # fmt: skip
# What may be a side in a conflict or in talks beside a state.
BODIES = frozenset(
    {EntityType.ORGANIZATION, EntityType.GOVERNMENT_BODY, EntityType.COMPANY, EntityType.COUNTRY}
)
Pick = Callable[[Sequence[Referent]], tuple[int, ...]]
# What parts a list of names from whom it names, and what joins its names.
_OPENING = frozenset({"-", "--", "–", "—", "(", ":"})
_JOINING = frozenset({",", "and", "&", "the"})
# Words between a group and the list of who is in it: "the two states to have signed it – Peru and Kenya –".
_TOLD_OF = 10


def countries_meant(
    discourse: Discourse, line: int, count: int | None, *, main: bool = True
) -> tuple[int, ...]:
    """Find so many countries: those told together last, else the main ones, else the nearest."""
    pair = _main_pair(discourse) if main and count in (None, 2) else ()
    return (
        _last_group(discourse, line, count)
        or (_still_talking(discourse, line) if count in (None, 2) else ())
        or pair
        or _last_joined(discourse, line, count)
        or _listed(discourse, line, count, discourse.countries)
        or (gather(discourse, line, count, discourse.countries) if count else ())
    )


def listed_behind(words: Sequence[Word], phrase: Phrase, count: int) -> tuple[int, ...]:
    """Read so many names behind a dash, a colon or in brackets: "the two states – Peru and Kenya –"."""
    for place in range(phrase.end, min(phrase.end + _TOLD_OF, len(words))):
        if words[place].text not in _OPENING:
            continue
        within = list(takewhile(lambda word: word.mention or word.lower in _JOINING, words[place + 1 :]))
        named = [word.mention for word in within if word.mention is not None]
        found = tuple(dict.fromkeys(index for mention in named for index in mention.entities))
        return found if len(named) == len(found) == count > 1 else ()
    return ()


def _last_group(discourse: Discourse, line: int, count: int | None) -> tuple[int, ...]:
    """Give the countries of the last group that was told of: "the two presidents"; or joined in this line."""
    for referents in discourse.lines_back(line, lines=FAR if count and count >= MANY else REACH):
        here = joined_countries(discourse, referents) if referents[0].line == line else []
        groups = [discourse.countries([r]) for r in referents if len(r.entities) > 1] + here
        for group in reversed(groups):
            if len(group) > 1 and count in (None, len(group)):
                return group
    return ()


def _still_talking(discourse: Discourse, line: int) -> tuple[int, ...]:
    """Give the states of two who met, where one alone acts since: "Vas met Paz. He told of Peru's offer"."""
    telling = set[int]()
    for referents in discourse.lines_back(line - 1, lines=REACH):
        people = people_together(discourse, referents[0].line)
        if len(people) > 1:
            states = dict.fromkeys(map(discourse.country_of, people))
            is_of_both = len(people) == len(states) == 2 and telling <= set(people)
            return tuple(state for state in states if state is not None) if is_of_both else ()
        acting = {index for each in referents if each.is_main for index in each.entities}
        if len(acting) != 1 or joined_countries(discourse, referents):
            return ()
        telling |= acting
    return ()


def last_acting(discourse: Discourse, line: int, count: int | None) -> tuple[int, ...]:
    """Give the sides that acted together last: "the army and the rebels signed", whoever brokered it."""
    for referents in discourse.lines_back(line, lines=REACH):
        acting = _acting(referents)
        groups = joined(discourse, acting, BODIES) if acting else []
        for group in reversed(groups):
            if count in (None, len(group)):
                return group
        if not groups and count in (None, 2):
            beside = [r for r in acting if len(r.entities) == 1 and _acts_beside_unnamed(discourse, r)]
            if beside:
                return beside[-1].entities
    return ()


def _acting(referents: Sequence[Referent]) -> list[Referent]:
    """Give who acts in a line: of "A and B signed it, said C and D" those who signed."""
    main = [referent for referent in referents if referent.is_main]
    saying = load_nouns().deeds["speaker"]
    if not main or main[0].verb not in saying:
        return main
    first = [r for r in referents if r.is_subject and r.verb not in saying and r.span < main[0].span]
    return first if len(first) > 1 else main


def _acts_beside_unnamed(discourse: Discourse, referent: Referent) -> bool:
    """Tell whether the one other side is a group without a name: "Kenya and the rebels signed a truce"."""
    word = discourse.word_of(referent)
    if word is None:
        return False
    others = [token for token in word.token.subtree if token.dep_ == "conj" and token.tag_ == "NNS"]
    named = {each.token.i for each in discourse.lines[referent.line] if each.mention is not None}
    return len(others) == 1 and not discourse.told_at(referent.line, others[0].i) and others[0].i not in named


def _last_joined(discourse: Discourse, line: int, count: int | None) -> tuple[int, ...]:
    """Give the last countries that were named in one breath: "between Japan and the Philippines"."""
    for referents in discourse.lines_back(line, lines=REACH):
        for group in reversed(joined_countries(discourse, referents)):
            if count in (None, len(group)):
                return group
    return ()


def joined_countries(discourse: Discourse, referents: Sequence[Referent]) -> list[tuple[int, ...]]:
    """Give the countries that "and" or commas join in a line."""
    return joined(discourse, referents, frozenset({EntityType.COUNTRY}))


def joined(
    discourse: Discourse, referents: Sequence[Referent], types: frozenset[EntityType]
) -> list[tuple[int, ...]]:
    """Give the entities of some types that "and" or commas join in a line."""
    words = {word.span: word for word in discourse.lines[referents[0].line]}
    groups: dict[Token, list[int]] = {}
    for referent in referents:
        if referent.span in words and discourse.is_type(referent.entities[0], *types):
            first = first_joined(words[referent.span].token)
            groups.setdefault(first, []).append(referent.entities[0])
    # Where nobody else is named, a border or a lake lies between the two
    named = (group for first, group in groups.items() if len(groups) == 1 or not _lies_between(first))
    return [tuple(dict.fromkeys(group)) for group in named if len(group) > 1]


def meeting_others(discourse: Discourse, referents: Sequence[Referent], pronoun: Token) -> tuple[int, ...]:
    """Give who meets others, beside some without a name: "Dahl and envoys went to see Paz. They met Vas".

    So they only do where "they" meet somebody: what "they signed" Paz may have signed.
    """
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or verb.lemma_ != "meet":
        return ()
    if not any(child.dep_ == "dobj" or child.lower_ == "with" for child in verb.children):
        return ()
    for referent in (r for r in referents if r.is_subject and len(r.entities) == 1):
        word = discourse.word_of(referent)
        beside = [child for child in word.token.children if child.dep_ == "conj"] if word is not None else []
        if any(each.tag_ == "NNS" and not discourse.told_at(referent.line, each.i) for each in beside):
            return referent.entities
    return ()


def _lies_between(token: Token) -> bool:
    """Tell whether something lies between those named: "landlocked between Ghana and Benin, Togo"."""
    return token.head.lower_ == "between" and token.head.head.lemma_.lower() in _LYING


def first_joined(token: Token) -> Token:
    """Give the first word of those that "and" or commas join with a word."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def _main_pair(discourse: Discourse) -> tuple[int, ...]:
    """Give the two countries of an article that speaks of two much more than of any other."""
    seen = set(discourse.countries(discourse.referents))
    main = [index for index in discourse.main_countries() if index in seen]
    if len(main) < 2:
        return ()
    second, third = discourse.counts[main[1]], discourse.counts[main[2]] if len(main) > 2 else 0
    return tuple(sorted(main[:2])) if second > 1.5 * third else ()


def _listed(discourse: Discourse, line: int, count: int | None, pick: Pick) -> tuple[int, ...]:
    """Give the three or more that the last line with just so many names, each for himself or his state."""
    if count is None or count < MANY:
        return ()
    lines = (pick(referents) for referents in discourse.lines_back(line - 1, lines=FAR))
    return next((found for found in lines if len(found) == count), ())


def gather(discourse: Discourse, line: int, count: int, pick: Pick) -> tuple[int, ...]:
    """Go back line by line until there are as many as wanted; nobody where a line brings too many."""
    found: tuple[int, ...] = ()
    for referents in discourse.lines_back(line, lines=REACH if count < MANY else FAR):
        group = next((r.entities for r in reversed(referents) if len(pick([r])) == count), None)
        if group is not None and not found:
            return pick([r for r in referents if r.entities == group])
        together = people_together(discourse, referents[0].line) if not found else ()
        found = tuple(dict.fromkeys((*pick(referents), *found)))
        if len(found) > count == len(together) and set(together) <= set(found):
            return together
        if len(found) >= count:
            return found if len(found) == count else ()
    return ()
