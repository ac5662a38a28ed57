"""The helper, in three rooms named for where they run.

engine/   runs in both: CPython when the site is built, Pyodide in the reader's page. Rules, words, rendering.
publish/  runs when the site is built: a folder of YAML in, the files of a site out.
web/      runs in the page: draws, asks, passes text through. It holds no rule and no fact.
"""
