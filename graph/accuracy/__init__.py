"""accuracy: how well the graph says what annotated articles say."""
