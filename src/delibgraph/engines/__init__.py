"""Who does the work on many items: the processes of this machine, or the workers of a cluster.

An engine gives results in the items' order, whoever worked on what, so what is built does not depend on it. It knows
nothing of documents.
"""

from delibgraph.engines.engine import Engine, EngineError, Tell, Told
from delibgraph.engines.processes import Processes
from delibgraph.engines.watchdog import LONGEST, alive

__all__ = ["LONGEST", "Engine", "EngineError", "Processes", "Tell", "Told", "alive"]
