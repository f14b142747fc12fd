"""When a limit does not hold: put aside, not in force, another way taken, another kept, a review ended."""
