"""``python -m delibgraph``."""

from delibgraph.cli import main

main()
