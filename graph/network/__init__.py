"""The networkx graph, its measures, series, comparisons and audits."""
