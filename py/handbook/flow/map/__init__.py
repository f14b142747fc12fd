"""The hand-off map: who holds the case at each step, as one picture."""
