"""Which place a name means: a gazetteer of the world's countries, regions and towns, and the article's own context to choose."""
