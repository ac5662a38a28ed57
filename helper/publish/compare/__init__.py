"""Procedures side by side: models in, topics with a cell for each partnership out, and their ladders on one scale."""
