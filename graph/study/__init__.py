"""What stands behind `CitationGraph`: frames, figures, views and answers for a notebook."""
