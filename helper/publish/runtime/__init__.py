"""What the reader's browser runs: Pyodide's own files in; one worker script and one library out."""

from pathlib import Path

# The files that decide what is made here.
MAKERS = sorted(path for path in Path(__file__).parent.iterdir() if path.is_file())
