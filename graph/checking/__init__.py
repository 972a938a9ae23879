"""Checking: does each citation of a text exist, and does what the text says of it agree with what is known?"""
