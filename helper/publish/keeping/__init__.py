"""How a fact is kept true by people who cannot program: real files in, three changes shown step by step out.

Each change is really made, in memory, and really checked, so that what the page shows can never be out of date.
"""
