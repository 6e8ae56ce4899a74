"""Names become bodies, organs, persons and organisations."""

from delibgraph.identity.entities import Body, Identities, Judgement, Organ, Organisation, Person
from delibgraph.identity.names import slug
from delibgraph.identity.outline import Shared, outline, roster
from delibgraph.identity.resolution import Across, resolve
from delibgraph.identity.rulings import ContradictionError, Name, Ruling, Rulings
from delibgraph.identity.shares import Share

__all__ = [
    "Across",
    "Body",
    "ContradictionError",
    "Identities",
    "Judgement",
    "Name",
    "Organ",
    "Organisation",
    "Person",
    "Ruling",
    "Rulings",
    "Share",
    "Shared",
    "outline",
    "resolve",
    "roster",
    "slug",
]
