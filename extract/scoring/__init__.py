"""Precision, recall and F1 against a gold standard."""
