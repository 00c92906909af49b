from __future__ import annotations

import pytest

from graph.events.model.encoding import ATTRIBUTES, EVENT_TYPES, SLOTS
from graph.model import EntityType
from ontology.schema import Codes, load_entity_classes, load_event_schemas, load_role

AGENTS = {"Person", "Country", "Organization", "InternationalOrganization", "GovernmentBody", "Company"}
NO_ROLES = {"time", "place", "subject", "amount"}
# What the annotated lines call "kind" is a property of its own for each class.
PROPERTY = {
    ("Visit", "kind"): "visitKind",
    ("Accession", "kind"): "accessionKind",
    ("RelationsChange", "kind"): "changeKind",
}


def test_the_classes_right_below_event_are_the_models_types() -> None:
    schemas = load_event_schemas().values()
    assert sorted(schema.name for schema in schemas if schema.parents == ("Event",)) == sorted(EVENT_TYPES)


def test_every_slot_of_the_model_is_a_role_of_some_class() -> None:
    roles = {role for schema in load_event_schemas().values() for role in schema.roles}
    assert roles == set(SLOTS) - NO_ROLES


def test_every_attribute_of_the_model_has_the_values_of_its_closed_list() -> None:
    for event_type, (key, values) in ATTRIBUTES.items():
        if key != "subtype":
            schema = load_event_schemas()[event_type]
            attribute = schema.attributes[PROPERTY.get((event_type, key), key)]
            known = attribute.values or ("false", "true")
            assert sorted(known) == sorted(set(values) - {"unspecified"})


def test_a_visit_takes_what_the_ontology_says() -> None:
    visit = load_event_schemas()["Visit"]
    assert visit.core == ("visitor", "destination")
    assert list(visit.roles) == ["visitor", "destination", "host"]
    assert list(visit.attributes) == ["visitKind"]
    assert (visit.plover_root, visit.cameo_root) == ("CONSULT", "04")


def test_a_class_takes_the_roles_of_the_class_above() -> None:
    summit = load_event_schemas()["Summit"]
    assert summit.parents == ("Meeting", "Event")
    assert (summit.core, list(summit.roles)) == (("participant",), ["participant", "chair"])


@pytest.mark.parametrize(
    ("role", "supers"),
    [
        ("visitor", ("actor", "participant")),
        ("speaker", ("actor", "participant")),
        ("host", ("target", "participant")),
        ("chair", ("participant",)),
        ("destination", ()),
        ("of", ()),
    ],
)
def test_a_role_has_the_roles_above_it(role: str, supers: tuple[str, ...]) -> None:
    assert load_role(role).supers == supers


def test_a_role_is_filled_by_the_named_classes_and_those_below() -> None:
    assert load_role("actor").fillers == AGENTS | {"Agent"}
    assert load_role("destination").fillers == {"Country", "Place"}
    assert load_role("signatory").fillers == {"Person"}


def test_entity_types_are_classes_of_entities() -> None:
    assert set(EntityType) == set(load_entity_classes()) - {"Entity", "Agent"}
    assert load_entity_classes()["Company"] == ("Organization", "Agent", "Entity")


def test_a_value_can_have_codes_of_its_own() -> None:
    changes = load_event_schemas()["RelationsChange"]
    assert changes.codes == Codes("SUPPORT", "05")
    assert changes.attributes["changeKind"].codes["sever"] == Codes("SANCTION", "16")
    assert load_event_schemas()["Sanction"].attributes["lifted"].codes == {"true": Codes("RETREAT", "08")}
