"""The proof: every combination of answers tried, every order of gravity compared."""
