"""who: the people who hold the titles of an article."""
