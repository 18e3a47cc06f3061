"""Words that name a day, a week, a month or a year: where they stand, which way they point, and which one they mean."""
