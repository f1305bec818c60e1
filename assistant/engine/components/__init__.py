"""Graph components of the pipeline in config.yml, named there by their module paths."""
