"""Characters, numerals and normalised text."""
