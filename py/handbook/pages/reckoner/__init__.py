"""The ready reckoner: a row for each working day, the dates that follow from it."""
