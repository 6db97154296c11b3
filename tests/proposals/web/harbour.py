"""A small invented war with two proposals, for tests of the desk."""

from dataclasses import dataclass

from actors.models import Actor, Name
from ceasefire.sources.models import Source
from proposals.models import Proposal, Provision, Statement, StatusChange
from tests.conftest import take_numbers
from tests.factories.ledger import (
    ActorFactory,
    ProcessFactory,
    ProposalFactory,
    SourceFactory,
    StatementFactory,
    StatusChangeFactory,
    UserFactory,
)


@dataclass(frozen=True)
class Harbour:
    orrin: Actor
    veth: Actor
    source: Source
    pause: Proposal
    armistice: Proposal
    buoys: Provision
    statement: Statement
    floated: StatusChange


def lay_out() -> Harbour:
    """Two delegates, a source, two proposals of which one is floated, a provision and a statement; numbered."""
    by = UserFactory()
    process = ProcessFactory()
    orrin = ActorFactory(slug="orrin", name="Delegate Orrin")
    Name(actor=orrin, text="Мандатарий Оррин", language="ru", entered_by=by).save()
    source = SourceFactory(slug="talks-resume", title="Talks resume in Port Vell", published_on="2025-05")
    pause = ProposalFactory(process=process, slug="harbour-pause", title="Harbour pause", voiced_on="2025-05-01")
    armistice = ProposalFactory(process=process, slug="armistice", title="Armistice", voiced_on="2025-05-01")
    buoys = Provision(
        slug="buoys", proposal=pause, heading="Buoys", summary="Marks the channel.", category="monitoring",
        source=source, entered_by=by,
    )  # fmt: skip
    buoys.save()
    harbour = Harbour(
        orrin=orrin,
        veth=ActorFactory(slug="veth", name="Delegate Veth"),
        source=source,
        pause=pause,
        armistice=armistice,
        buoys=buoys,
        statement=StatementFactory(slug="first-word", source=source, said_on="2025-05-01", gist="Welcomes the idea."),
        floated=StatusChangeFactory(proposal=pause, source=source, effective_on="2025-05-01", slug="floated"),
    )
    take_numbers()
    return harbour
