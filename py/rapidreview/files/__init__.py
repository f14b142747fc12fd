"""What a reader takes away: a calendar file, a table, plain text."""
