from actors.models.actor import Actor, Name
from actors.models.affiliation import Affiliation

__all__ = ["Actor", "Affiliation", "Name"]
