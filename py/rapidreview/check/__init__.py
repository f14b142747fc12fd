"""The checker: must this incident be notified, by whom, and what is next here."""
