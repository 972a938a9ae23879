"""Texts to citations: what a United Nations document cites, where, and with which words; knows no graph."""
