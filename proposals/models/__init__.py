from proposals.models.account import Account, Scope
from proposals.models.event import Effect, Event, Participant
from proposals.models.position import Condition, Position, Stance
from proposals.models.process import Party, Process
from proposals.models.proposal import Cited, Link, Proposal, Proposer
from proposals.models.review import Draft, Review
from proposals.models.statement import Rendering, Speaker, Statement
from proposals.models.status import StatusChange
from proposals.models.text import Asker, Provision, Text, Undertaking

__all__ = [
    "Account",
    "Asker",
    "Cited",
    "Condition",
    "Draft",
    "Effect",
    "Event",
    "Link",
    "Participant",
    "Party",
    "Position",
    "Process",
    "Proposal",
    "Proposer",
    "Provision",
    "Rendering",
    "Review",
    "Scope",
    "Speaker",
    "Stance",
    "Statement",
    "StatusChange",
    "Text",
    "Undertaking",
]
