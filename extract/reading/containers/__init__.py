"""Files, folders and archives, and the detection of formats."""
