"""What one document may cost. A file beyond these is refused with a clear error, never read in part without a word."""

from __future__ import annotations

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes of a paged or packed file; a year's collection of acts as scans is under 150 MB."""

LARGEST_TEXT = 20 * 1024 * 1024
"""Characters of text that come out of one document, and bytes of one part of a packed file once unpacked."""

MOST_PAGES = 3000
"""Pages; the longest published collection of acts seen has about 1,200."""

MOST_PIXELS = 60_000_000
"""Pixels of one page as an image: A3 at 400 dots an inch is 31 million."""

SECONDS = 60.0
"""Seconds that a document may take, or one page of it where pages are reported one by one."""

MEMORY = 3 * 1024**3
"""Bytes of address space of the process that reads foreign formats."""

LONGEST = 3600.0
"""Seconds that a whole document may take, however many pages it has."""
