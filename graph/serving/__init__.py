"""`recalling serve`: a read-only SPARQL endpoint and the pages of a folder, for the browser on the same computer."""
