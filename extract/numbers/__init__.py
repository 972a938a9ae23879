"""Bare numbers ("resolution 61/74") whose symbol is decided by the words around them."""
