"""rdf: what an article says becomes quads."""
