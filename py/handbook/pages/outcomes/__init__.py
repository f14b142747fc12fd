"""The outcomes: the decision table as pages."""
