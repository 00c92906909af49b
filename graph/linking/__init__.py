"""linking: names become entities, known ones with their Wikidata identifiers."""
