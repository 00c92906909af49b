"""triggers: which words tell an event, of which kind it is, and whether it happened."""
