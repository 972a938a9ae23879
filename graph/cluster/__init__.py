"""Reading on many computers: a Dask cluster reads a corpus in parts, with the functions of one computer."""
