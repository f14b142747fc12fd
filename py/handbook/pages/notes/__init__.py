"""The notes on a protocol: ambiguities, contradictions, gaps."""
