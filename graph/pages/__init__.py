"""Pages a person opens in a browser: the network and the overview, complete without a network connection."""
