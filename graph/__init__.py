"""Citations to everything that a person opens: the RDF graph, the network, answers, pages, and the command."""
