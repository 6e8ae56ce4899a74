"""Who does the work on many items: the processes of this machine, or the workers of a cluster.

An engine gives results in the items' order, whoever worked on what, so what is built does not depend on it. It knows
nothing of documents.
"""

from delibgraph.engines.engine import Engine, EngineError, Tell, Told
from delibgraph.engines.processes import Processes
from delibgraph.engines.spool import Place, Spool, packed
from delibgraph.engines.watchdog import LONGEST, alive


def cluster(scheduler: str) -> Engine:
    """The workers of the Dask scheduler at an address, such as ``tcp://10.0.0.1:8786``.

    Raises:
        EngineError: Dask is not installed.
    """
    try:
        from delibgraph.engines.dask import Cluster
    except ImportError as error:
        raise EngineError("a cluster needs Dask (pip install 'delibgraph[cluster]')") from error
    return Cluster(scheduler)


__all__ = [
    "LONGEST",
    "Engine",
    "EngineError",
    "Place",
    "Processes",
    "Spool",
    "Tell",
    "Told",
    "alive",
    "cluster",
    "packed",
]
