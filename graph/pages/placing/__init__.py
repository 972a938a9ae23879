"""Where the nodes of a drawing are placed."""
