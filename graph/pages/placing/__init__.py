"""Placing the nodes of a drawing."""
