"""coreference: descriptions and pronouns point back to entities."""
