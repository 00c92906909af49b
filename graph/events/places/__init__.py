"""places: where events took place."""
