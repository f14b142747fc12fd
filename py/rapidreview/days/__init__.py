"""Days: which days count in England, and how a number of them is counted."""
