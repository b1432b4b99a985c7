"""From the YAML files of `data/` to the model: read, validate, resolve."""
