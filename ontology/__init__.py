"""ontology: what can be said."""
