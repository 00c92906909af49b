"""seeds: what a fresh store starts from."""
