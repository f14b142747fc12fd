"""What a page shows: answers, schedules and their sources as HTML."""
