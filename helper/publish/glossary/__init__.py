"""The words that readers may not know: short forms written out where they first stand on a page, and the page that explains all."""
