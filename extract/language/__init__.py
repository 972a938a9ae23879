"""The words of each language, as data, and the patterns that are compiled from them."""
