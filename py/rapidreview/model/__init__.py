"""The model: what a policy file can say, as frozen parts."""
