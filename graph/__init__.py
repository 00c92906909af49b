"""graph: from article to triples."""
