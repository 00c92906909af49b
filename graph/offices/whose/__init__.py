"""whose: the state or body of which an office is."""
