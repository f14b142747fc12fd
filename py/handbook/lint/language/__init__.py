"""The language of a policy: sentences, their verbs, and words that no answer may use."""
