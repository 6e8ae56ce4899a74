"""Documents made worse at random, and documents made to do harm: what comes of each must be facts or a clear error.

``python -m tests.mutations --count 10000`` makes and reads them; ``test_mutations.py`` reads a few hundred.
"""

from __future__ import annotations

from tests.mutations.making import Mutant, mutants
from tests.mutations.reading import Outcome, outcome

__all__ = ["Mutant", "Outcome", "mutants", "outcome"]
