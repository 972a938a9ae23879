"""The RDF model: statements, stores, files, ontology and shapes."""
