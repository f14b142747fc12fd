"""What a statement rests on: its source and standing, the edition, and whether the words were read."""
