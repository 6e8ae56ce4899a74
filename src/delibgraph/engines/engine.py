"""What every engine does."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")
ALONE = 2
"""How often an item is tried alone before it is given up."""
Told = tuple[str, int, int]
"""What is in hand, how much of it is done, how much there is."""
Tell = Callable[[str, int, int], None]


class EngineError(RuntimeError):
    """An engine that cannot be used or is lost for good, with the way out."""


class Engine(Protocol):
    """Work on many items, a few under way at a time, in bounded memory."""

    def work(
        self, function: Callable[[In], Out], items: Sequence[In], lost: Callable[[In], Out]
    ) -> Generator[Out, None, None]:
        """The results in the items' order. ``lost`` is what becomes of an item on which a worker dies each time.

        The function goes to the workers once. What it raises is raised here.

        Raises:
            EngineError: nobody is left to work.
        """
        ...

    def telling(self, progress: Tell) -> AbstractContextManager[Tell]:
        """A function for :meth:`work` to tell progress from within an item; it may be silent."""
        ...
