"""The forms of the checker and the calculator, and the first page's figures."""
