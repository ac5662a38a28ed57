"""Run inside Pyodide before its memory is kept: nothing may be left to import, because the library will not be there any more."""

import gc
import importlib
import sys
import zipimport

for place in [path for path in sys.path if path.endswith(".zip")]:
    for file in list(zipimport._zip_directory_cache[place]):  # type: ignore[attr-defined]
        if file.endswith(".pyc"):
            importlib.import_module(file.removesuffix(".pyc").removesuffix("/__init__").replace("/", "."))
# What Python remembers of the library would only mislead it.
zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]
sys.path_importer_cache.clear()
gc.collect()
