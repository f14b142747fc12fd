"""Words: dates, numbers, lists and limits as a person in England would write them."""
