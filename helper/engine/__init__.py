"""What runs both at build and in the reader's page: no input or output, no clock, no network.

`door` is the one entrance for the page: JSON text in, JSON text out. `door -> {advise, render, document} -> workdays -> model`.
"""
