"""The press: reads policies, checks them, draws them, writes pages, and packs the engine."""
