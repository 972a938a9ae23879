"""Akoma Ntoso XML, HTML and MHTML."""
