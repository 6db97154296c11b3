"""Facts for tests, with invented states and offices."""

import factory
from django.contrib.auth.models import User

from actors.models import Actor
from ceasefire.ledger.models import Fact
from ceasefire.sources.models import Source
from proposals.models import Position, Process, Proposal, Statement, StatusChange


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        django_get_or_create = ("username",)

    username = "logger"


class FactFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Fact
        abstract = True

    entered_by = factory.SubFactory(UserFactory)


class SourceFactory(FactFactory):
    class Meta:
        model = Source

    kind = "article"
    title = "Talks resume in Port Vell"
    published_on = "2031-05"


class ActorFactory(FactFactory):
    class Meta:
        model = Actor

    class Params:
        state = factory.Trait(kind="state")

    kind = "person"
    name = factory.Sequence(lambda n: f"Delegate {n}")


class ProcessFactory(FactFactory):
    class Meta:
        model = Process

    name = "Ostrava Straits war"


class ProposalFactory(FactFactory):
    class Meta:
        model = Proposal

    process = factory.SubFactory(ProcessFactory)
    slug = factory.Sequence(lambda n: f"harbour-pause-{n}")
    title = "Harbour pause"
    kind = "pause"
    voiced_on = "2031-05-01"


class StatementFactory(FactFactory):
    class Meta:
        model = Statement

    said_on = "2031-05-01"
    source = factory.SubFactory(SourceFactory)
    gist = "Welcomes the idea."


class PositionFactory(FactFactory):
    class Meta:
        model = Position

    statement = factory.SubFactory(StatementFactory)
    actor = factory.SubFactory(ActorFactory)
    proposal = factory.SubFactory(ProposalFactory)
    stance = "supports"


class StatusChangeFactory(FactFactory):
    class Meta:
        model = StatusChange

    proposal = factory.SubFactory(ProposalFactory)
    from_status = None
    to_status = "floated"
    effective_on = "2031-05-01"
    reason = "First voiced."
    source = factory.SubFactory(SourceFactory)
