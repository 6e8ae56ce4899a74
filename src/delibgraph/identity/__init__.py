"""Names become bodies, organs, persons and organisations."""

from delibgraph.identity.entities import Body, Identities, Judgement, Organ, Organisation, Person
from delibgraph.identity.names import slug
from delibgraph.identity.outline import Shared, outline
from delibgraph.identity.resolution import resolve
from delibgraph.identity.rulings import ContradictionError, Name, Ruling, Rulings

__all__ = [
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
    "Shared",
    "outline",
    "resolve",
    "slug",
]
