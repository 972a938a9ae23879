"""The files that `recalling build` writes."""
