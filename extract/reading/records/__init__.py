"""Files of records: tables and JSON lines, of which each record is a document."""
