"""Names become bodies, organs, persons and organisations."""

from delibgraph.identity.entities import Body, Identities, Judgement, Organ, Organisation, Person
from delibgraph.identity.names import slug
from delibgraph.identity.resolution import resolve

__all__ = ["Body", "Identities", "Judgement", "Organ", "Organisation", "Person", "resolve", "slug"]
