"""reading: files become articles, articles become parsed sentences."""
