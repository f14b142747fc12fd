"""Reading: from YAML files to the engine's objects, or to everything that is wrong with them."""
