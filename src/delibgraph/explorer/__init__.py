"""The graph in a browser and for programs: pages, SPARQL over HTTP, dereferenceable IRIs (see :mod:`.app`).

Nothing is imported here, since each worker is a process of its own and waits for what it imports.
"""
