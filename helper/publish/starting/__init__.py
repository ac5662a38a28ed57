"""A new partnership: an id in, a folder of skeletons out, whose problems are what is still to be written."""
