"""phrases: titles and descriptions as they stand in a line ("the Iranian foreign minister")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.model import EntityType, Form, Mention
from graph.offices.content import content_end
from graph.offices.line import Word
from graph.offices.nouns import DETERMINERS, OFFICES, POSSESSIVES, STATE_OFFICE, is_head, load_nouns
from graph.offices.owner_names import is_cut
from graph.offices.owners_behind import BODIES, owners_from, skip_determiner, skip_epithets, skip_style
from graph.offices.parties import party_begin
from graph.offices.titles import first_title_word, match_head, stands_alone

# What stands before the title of somebody who is not told of.
ANY = frozenset({"a", "an", "another", "one", "some"})
ADVISING = frozenset({"adviser", "advisor", "aide", "counsellor", "member", "commissioner"})
# What their holders are for belongs to the name of these: "minister of trade".
COMPLETED = frozenset({"adviser", "deputy", "minister", "representative", "secretary", "vice-minister"})
SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
AIDES = ADVISING | SPOKESMEN
# Offices that unions of states have: where one of them is told of, they are its own.
OF_UNIONS = frozenset({"commissioner", "high representative", "secretary-general", "secretary general"})
# "former Kenyan President", "acting Czech premier"
STANDING = frozenset({"former", "acting", "ex", "interim"})
OWNING = frozenset({EntityType.COUNTRY, EntityType.INTERNATIONAL_ORGANIZATION})
RULERS = frozenset({"leader", "monarch", "ruler"})
GOVERNMENTS = frozenset({"administration", "cabinet", "government"})
LONGEST_FIELD = 4  # words between "Deputy" and "Minister"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title or description in a line: indexes of its words.

    `begin` and `end` take determiner, owners and complements in. `noun` is its noun in the singular, `kind`
    what the lists say of it. `owners` are the mentions that say whose it is; `possessor` is a pronoun or a
    noun: "its president", "the country's leader". `nameless`: an unknown name stands for the owner.
    """

    begin: int
    first: int
    head: int
    end: int
    role: str
    noun: str
    kind: str
    plural: bool = False
    owners: tuple[Mention, ...] = ()
    possessor: Word | None = None
    nameless: bool = False

    @property
    def national(self) -> bool:
        """Whether it is an office that a state has."""
        return self.kind == STATE_OFFICE

    @property
    def is_office(self) -> bool:
        """Whether it is a title of office."""
        return self.kind in OFFICES


def main_word(words: Sequence[Word], phrase: Phrase) -> Word:
    """Give the word of a title on which the others hang: "head" of "head of state"."""
    own = words[phrase.first : phrase.head + 1]
    inner = {word.token.i for word in own}
    return next((word for word in own if word.token.head.i not in inner), words[phrase.head])


def is_definite(words: Sequence[Word], phrase: Phrase) -> bool:
    """Tell whether a title is that of somebody certain: "the president", "Peru's envoys"."""
    is_certain = phrase.begin < phrase.first or bool(phrase.owners) or phrase.plural
    return is_certain and words[phrase.begin].lower not in ANY


def find_phrases(words: Sequence[Word], start: int = 0, stop: int | None = None) -> tuple[Phrase, ...]:
    """Find the titles and descriptions among the words of a line from `start` to `stop`, left to right."""
    phrases: list[Phrase] = []
    stop = len(words) if stop is None else stop
    while start < stop:
        phrase = _phrase_at(words, start)
        if phrase is None:
            start += 1
            continue
        phrases.append(phrase)
        start = max(phrase.end, start + 1)
    return tuple(phrases)


def _phrase_at(words: Sequence[Word], start: int) -> Phrase | None:
    matched = match_head(words, start)
    if matched is None:
        return None
    noun, kind, plural, after = matched
    if _belongs_to_next(words, start, after):
        return None
    first, nameless = first_title_word(words, start, noun, kind)
    phrase = Phrase(first, first, after - 1, after, "", noun, kind, plural, nameless=nameless)
    phrase = _with_owners_before(words, phrase)
    phrase = _with_complements(words, phrase)
    return _with_owner_beside(words, _with_state_behind(words, phrase))


def _belongs_to_next(words: Sequence[Word], start: int, after: int) -> bool:
    """Tell whether the last noun is the head: "chief negotiator", "Deputy Foreign Minister"."""
    for place in range(after, min(after + LONGEST_FIELD, len(words))):
        if words[place].mention:
            return False
        following = match_head(words, place)
        if following is not None:
            apart = place == after and stands_alone(words[place], words[start])
            return (place == after and not apart) or first_title_word(
                words, place, following[0], following[1]
            )[0] <= start
    return False


def _with_owners_before(words: Sequence[Word], phrase: Phrase) -> Phrase:
    begin, owners, possessor = party_begin(words, phrase.begin, phrase.noun), list(phrase.owners), None
    nameless = phrase.nameless and begin == phrase.begin
    while begin > 0:
        word = words[begin - 1]
        genitive = word.lower in ("'s", "'") and begin > 1
        owner = words[begin - 2] if genitive else word
        if word.mention and words[begin].span.start - word.span.end > 1:  # "TASS- Minister X"
            begin = _determiner_before(words, begin)
            break
        if owner.mention and (genitive or _can_stand_before(words, begin - 1, phrase)):
            owners.append(owner.mention)
            begin -= 2 if genitive else 1
        elif genitive and owner.token.pos_ in ("NOUN", "PROPN", "PRON"):
            possessor, begin = owner, begin - 2
        elif _continues_owners(words, begin - 1, phrase, owners):
            begin -= 1
        else:
            start = _determiner_before(words, begin)
            possessor = words[start] if words[start].lower in POSSESSIVES else possessor
            begin = _standing_before(words, start)
            break
    return replace(phrase, begin=begin, owners=tuple(owners), possessor=possessor, nameless=nameless)


def _determiner_before(words: Sequence[Word], index: int) -> int:
    """Step back over adjectives to the determiner: "the new Afghan ambassador"; stay where there is none."""
    start = index - 1
    while start > 0 and words[start].lower in load_nouns().dropped:
        start -= 1
    return start if start >= 0 and words[start].lower in DETERMINERS | POSSESSIVES else index


def _standing_before(words: Sequence[Word], index: int) -> int:
    """Step back over "former" to its determiner: "a former Kenyan president"."""
    if index == 0 or words[index - 1].lower not in STANDING:
        return index
    before = index - 2
    return before if before >= 0 and words[before].lower in DETERMINERS else index - 1


def _continues_owners(words: Sequence[Word], index: int, phrase: Phrase, owners: Sequence[Mention]) -> bool:
    """Tell whether a comma or "and" joins owners: "the Kazakh, Kyrgyz and Tajik presidents"."""
    before = words[index - 1].mention if index > 0 else None
    joined = words[index].lower in (",", "and", "&") and before is not None and _can_own(before)
    return bool(joined and phrase.plural and owners)


def _can_stand_before(words: Sequence[Word], index: int, phrase: Phrase) -> bool:
    """Tell whether a name just before a title owns it: "ASEAN chief", but not "in Moscow President"."""
    mention = words[index].mention
    if mention is None or not _can_own(mention):
        return False
    if phrase.noun in load_nouns().away and _is_posting(words, index):
        return False
    placed = index > 0 and words[index - 1].lower in ("in", "at", "from", "to", "near", "into")
    return not placed or mention.form is Form.DEMONYM or phrase.begin < phrase.first or mention.type in BODIES


def _is_posting(words: Sequence[Word], index: int) -> bool:
    """Tell whether a name says where another title's holder is: "Representative to the UN Ambassador X"."""
    before = index - 1 - (index > 1 and words[index - 1].lower == "the")
    return before > 0 and words[before].lower == "to" and words[index].mention is not None


def _can_own(mention: Mention) -> bool:
    return mention.type is not None and mention.type is not EntityType.PERSON


def _with_complements(words: Sequence[Word], phrase: Phrase) -> Phrase:
    owners = list(phrase.owners)
    complement: list[str] = []
    end, nameless = phrase.end, phrase.nameless
    while end < len(words) - 1 and _governs(words, end, phrase):
        preposition = words[end].lower
        after = skip_epithets(words, skip_style(words, skip_determiner(words, end + 1)))
        found, stop = owners_from(words, after, national=phrase.national, plural=phrase.plural)
        if found and is_cut(words, stop):
            nameless, end = True, stop
        elif found:
            # A "director for Asia" has Asia as his field
            is_field = preposition == "for" and all(owner.type is EntityType.PLACE for owner in found)
            if _is_owning(preposition, phrase, found) and _may_follow(phrase, owners) and not is_field:
                owners.extend(found if phrase.plural else found[-1:])
            nameless = nameless or (words[stop - 1].mention is None and words[stop - 1].text != ")")
            end = stop
        else:
            stop = content_end(words, after) if preposition in ("of", "for", "on") else after
            principal = _principal(words, stop, phrase)
            owners.extend(principal)
            if stop == after or principal:
                break
            complement.extend(word.text for word in words[end:stop])
            nameless = nameless or words[after - 1].lower in POSSESSIVES or _is_unread(words, after, phrase)
            end = stop
    role = _role_of(words, phrase, complement)
    serves = phrase.is_office and not any(owner.type in BODIES for owner in owners)
    of_state = serves and _is_service(phrase.noun, words[phrase.first : phrase.head], complement)
    kind = STATE_OFFICE if of_state or (phrase.noun == "secretary" and complement) else phrase.kind
    nameless = nameless or (phrase.noun in RULERS and _is_of_group(words[phrase.first : phrase.head]))
    unique = tuple(dict.fromkeys(owners))
    return replace(phrase, end=end, owners=unique, role=role, nameless=nameless, kind=kind)


def _is_unread(words: Sequence[Word], index: int, phrase: Phrase) -> bool:
    """Tell whether an acronym that nobody knows says whose an office is: "director of MINTRA"."""
    text = words[index].text
    is_acronym = text.isalpha() and text.isupper() and len(text) > 2
    return is_acronym and words[index - 1].lower == "of" and not phrase.national


def _is_of_group(title: Sequence[Word]) -> bool:
    """Tell whether a leader leads some people, and no state: "settler leader", "union leader"."""
    nouns = load_nouns()
    plain = nouns.kept | nouns.dropped | nouns.services | nouns.adorning
    return any(w.token.pos_ == "NOUN" and w.text.islower() and w.lower not in plain for w in title)


def _principal(words: Sequence[Word], index: int, phrase: Phrase) -> list[Mention]:
    """Read "spokesman for trade chief X", the aide of a person with his own title, and "envoy of X"."""
    mention = words[index].mention if index < len(words) else None
    is_person = mention is not None and mention.type is EntityType.PERSON
    serves = phrase.noun in AIDES and match_head(words, index - 1) is not None
    serves |= phrase.noun == "envoy" and words[index - 1].lower == "of"
    return [mention] if mention is not None and is_person and serves else []


def _is_service(noun: str, title: Sequence[Word], complement: Sequence[str]) -> bool:
    """Tell whether a title is of a service that each state has: "army chief", "speaker of parliament"."""
    named = [*(word.lower for word in title), *map(str.lower, complement[-1:])]
    # A "Commissioner for Peace and Security" is a union's, but none has a police of its own
    services = {"police"} if noun in OF_UNIONS else load_nouns().services
    return not services.isdisjoint(named)


def _may_follow(phrase: Phrase, owners: Sequence[Mention]) -> bool:
    """Tell whether names behind a title say whose it is, as those before it do not.

    A region before a noun is another matter ("the Pacific nation of Peru"), and one behind a title settles
    it: "president of the Delta Region of Peru".
    """
    are_regions = all(owner.type is EntityType.PLACE for owner in owners)
    return are_regions if phrase.kind == "country" else not owners or not (phrase.owners or are_regions)


def _with_state_behind(words: Sequence[Word], phrase: Phrase) -> Phrase:
    """Read the state between commas in a list: "Prime Minister, Peru, Dr Holm;"."""
    behind = words[phrase.end : phrase.end + 2]
    state = behind[1].mention if len(behind) == 2 and behind[0].text == "," else None
    bare = phrase.national and _is_bare(phrase)
    if not bare or state is None or state.type is not EntityType.COUNTRY or state.form is not Form.NAME:
        return phrase
    closed = phrase.end + 2 == len(words) or words[phrase.end + 2].text in (",", ";", ".", ")")
    return replace(phrase, end=phrase.end + 2, owners=(state,)) if closed else phrase


def _with_owner_beside(words: Sequence[Word], phrase: Phrase) -> Phrase:
    """Read what stands right behind a title in a caption: "X, PM Peru; Y, Director-General WTO"."""
    owner = words[phrase.end].mention if phrase.end < len(words) else None
    before = (
        words[phrase.begin - 2].mention if phrase.begin > 1 and words[phrase.begin - 1].text == "," else None
    )
    of_person = before is not None and before.type is EntityType.PERSON and phrase.begin == phrase.first
    named = owner is not None and owner.type in OWNING and owner.form is Form.NAME
    if not (of_person and named and owner is not None and phrase.is_office and _is_bare(phrase)):
        return phrase
    closed = phrase.end + 1 == len(words) or words[phrase.end + 1].text in (",", ";", ".", ")")
    return replace(phrase, end=phrase.end + 1, owners=(owner,)) if closed else phrase


def _is_bare(phrase: Phrase) -> bool:
    return not phrase.plural and not phrase.owners and phrase.possessor is None


def _governs(words: Sequence[Word], index: int, phrase: Phrase) -> bool:
    """Tell whether a preposition goes on with the title: "adviser to", but not "president to"."""
    preposition = words[index].lower
    if preposition in ("in", "at", "to"):
        is_research = phrase.noun.endswith("fellow")
        is_posted = preposition == "at" and (
            is_research or (phrase.begin == phrase.first and not phrase.national)
        )
        goes_on = is_posted or (preposition == "to" and phrase.noun in ADVISING)
        goes_on |= preposition == "in" and phrase.national and _is_in_government(words, index + 1)
        return phrase.noun in load_nouns().away or goes_on
    if preposition in ("for", "on"):
        # "Thanked the envoy for his help"
        is_ground = words[index + 1].lower in POSSESSIVES
        return phrase.is_office and not is_ground and not _rules(phrase)
    return preposition == "of"


def _is_in_government(words: Sequence[Word], index: int) -> bool:
    """Tell whether a state's government stands behind a title: "minister in Kenya's former government"."""
    genitive, *ahead = [word.lower for word in words[index + 1 : index + 5]] or [""]
    owns = words[index].mention is not None and genitive in ("'s", "'")
    return owns and not GOVERNMENTS.isdisjoint(ahead)


def _rules(phrase: Phrase) -> bool:
    """Tell whether an office is for no one thing: "briefed the president on trade", not a vice president."""
    is_bare = phrase.head + 1 - phrase.first == len(phrase.noun.split())
    return is_bare and (is_head(phrase.noun) or phrase.noun in RULERS)


def _is_owning(preposition: str, phrase: Phrase, found: Sequence[Mention]) -> bool:
    is_sent = phrase.noun in load_nouns().away
    if preposition == "for" and is_sent:
        # "The representative for the OSCE", but not "the ambassador for the EU"
        of_unions = all(owner.type is EntityType.INTERNATIONAL_ORGANIZATION for owner in found)
        return of_unions and phrase.noun.endswith("representative")
    return preposition in ("of", "for", "at") or (preposition in ("in", "to") and not is_sent)


def _is_ordinal(phrase: Phrase, title: Sequence[str]) -> bool:
    """Tell whether "first" only counts who led a state: "the first woman president", no first deputy."""
    return title[:1] == ["first"] and is_head(phrase.noun) and {"deputy", "vice"}.isdisjoint(title)


def _role_of(words: Sequence[Word], phrase: Phrase, complement: Sequence[str]) -> str:
    nouns = load_nouns()
    standing = [word.lower for word in words[phrase.begin : phrase.first] if word.lower in STANDING]
    title = [w.lower for w in words[phrase.first : phrase.head + 1 - len(phrase.noun.split())]]
    before = [*standing, *(title[1:] if _is_ordinal(phrase, title) else title)]
    role = " ".join([*(word for word in before if word not in nouns.dropped), phrase.noun])
    role = nouns.same.get(role, role)
    if complement and phrase.noun in COMPLETED:
        role = " ".join([role, *complement]).lower()
    return role.replace(" ,", ",").strip()
