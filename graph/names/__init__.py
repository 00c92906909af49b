"""names: the names of people, countries, bodies and places that stand in sentences."""
