"""merging: which tellings are of one event, and which of several."""
