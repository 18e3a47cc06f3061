"""Names within one article: one surface one label, and which short forms belong to which full name."""
