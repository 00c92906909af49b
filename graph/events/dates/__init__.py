"""dates: what the date expressions of an article mean, and which of its events each dates."""
