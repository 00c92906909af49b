"""training: annotated lines become the packaged weights (most of it needs the extra `train`)."""
