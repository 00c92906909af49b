"""schema: what each class of events takes, read from the ontology."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode

from ontology.vocabulary import DIP, RDFS, SKOS, XSD, load_ontology, load_terms, local_name


@dataclass(frozen=True, slots=True)
class RoleSchema:
    """A role: the entity classes that may fill it and the roles above it, by local name.

    `fillers` holds the classes below the named ones as well.
    """

    name: str
    fillers: frozenset[str]
    supers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Codes:
    """What an event counts as in PLOVER and CAMEO."""

    plover: str
    cameo: str


@dataclass(frozen=True, slots=True)
class AttributeSchema:
    """A literal attribute: `datatype` is `string`, `boolean` or `integer`, `values` its closed list or empty.

    `codes` and `patterns` replace those of the class where an event has the value (`true` for a boolean).
    """

    name: str
    datatype: str
    values: tuple[str, ...]
    codes: Mapping[str, Codes]
    patterns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EventSchema:
    """A class of events: the classes above it, the nearest first, its roles and its attributes."""

    name: str
    parents: tuple[str, ...]
    core: tuple[str, ...]
    roles: Mapping[str, RoleSchema]
    attributes: Mapping[str, AttributeSchema]
    codes: Codes
    pattern: str

    @property
    def plover_root(self) -> str:
        """The PLOVER root code of the class."""
        return self.codes.plover

    @property
    def cameo_root(self) -> str:
        """The CAMEO root code of the class."""
        return self.codes.cameo


@cache
def load_event_schemas() -> dict[str, EventSchema]:
    """The schema of every class of events, `Event` itself left out, by local name in alphabetical order."""
    return {name: _read_event(name) for name in sorted(_below("Event")) if name != "Event"}


@cache
def load_entity_classes() -> dict[str, tuple[str, ...]]:
    """The classes above each class of entities, nearest first, by local name in alphabetical order."""
    return {name: superclasses(name) for name in sorted(_below("Entity"))}


@cache
def load_role(name: str) -> RoleSchema:
    """The schema of a role, or of another property with entities as its values such as `location` or `of`."""
    fillers = frozenset(below for filler in _names(name, DIP.filler) for below in _below(filler))
    return RoleSchema(name, fillers, _above(name, RDFS.subPropertyOf))


@cache
def superclasses(name: str) -> tuple[str, ...]:
    """The classes of ours above a class, nearest first."""
    return _above(name, RDFS.subClassOf)


def _read_event(name: str) -> EventSchema:
    line = (name, *superclasses(name))
    core = tuple(role for cls in line for role in _names(cls, DIP.coreRole))
    others = tuple(role for cls in line for role in _names(cls, DIP.takesRole))
    attributes = [attribute for cls in line for attribute in _names(cls, DIP.takesAttribute)]
    return EventSchema(
        name=name,
        parents=superclasses(name),
        core=core,
        roles={role: load_role(role) for role in core + others},
        attributes={attribute: _read_attribute(attribute) for attribute in attributes},
        codes=_codes(name) or Codes("", ""),
        pattern=_text(name, DIP.labelPattern) or "",
    )


def _read_attribute(name: str) -> AttributeSchema:
    members = [member for values in _names(name, DIP.values) for member in _names(values, SKOS.member)]
    notations = [_text(member, SKOS.notation) or "" for member in members]
    described = [("true", name), *zip(notations, members, strict=True)]
    return AttributeSchema(
        name=name,
        datatype=_datatype(name),
        values=tuple(notations),
        codes={value: codes for value, term in described if (codes := _codes(term))},
        patterns={value: pattern for value, term in described if (pattern := _text(term, DIP.labelPattern))},
    )


def _codes(name: str) -> Codes | None:
    plover, cameo = _text(name, DIP.ploverCode), _text(name, DIP.cameoCode)
    return Codes(plover, cameo) if plover and cameo else None


@cache
def _objects() -> dict[tuple[str, str], list[NamedNode | Literal]]:
    """What the ontology says of our terms: (local name, predicate's IRI) to objects in the file's order."""
    objects: dict[tuple[str, str], list[NamedNode | Literal]] = {}
    for quad in load_ontology():
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            objects.setdefault((local_name(quad.subject), quad.predicate.value), []).append(quad.object)
    return objects


def _names(name: str, predicate: NamedNode) -> tuple[str, ...]:
    objects = _objects().get((name, predicate.value), [])
    return tuple(
        local_name(term) for term in objects if isinstance(term, NamedNode) and local_name(term) in DIP
    )


def _text(name: str, predicate: NamedNode) -> str | None:
    objects = _objects().get((name, predicate.value), [])
    return next((term.value for term in objects if isinstance(term, Literal)), None)


def _datatype(name: str) -> str:
    ranges = _objects()[name, RDFS.range.value]
    return next(term.value.removeprefix(XSD.iri) for term in ranges if isinstance(term, NamedNode))


def _above(name: str, relation: NamedNode) -> tuple[str, ...]:
    """Everything above a class or property, nearest first, each once."""
    found: list[str] = []
    level = [name]
    while level:
        level = [above for below in level for above in _names(below, relation) if above not in found]
        found.extend(dict.fromkeys(level))
    return tuple(found)


@cache
def _below(name: str) -> frozenset[str]:
    """A class and all classes below it."""
    return frozenset(cls for cls in load_terms() if cls == name or name in superclasses(cls))
