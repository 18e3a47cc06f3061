"""What an article is about in its own words: candidate phrases, what each word may do in one, and their weights."""
