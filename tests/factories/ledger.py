"""Facts for tests, with invented states and offices."""

import factory
from django.contrib.auth.models import User

from actors.models import Actor, Affiliation
from ceasefire.ledger.models import Fact
from ceasefire.sources.models import Source
from proposals.models import (
    Account,
    Cited,
    Event,
    Link,
    Party,
    Position,
    Process,
    Proposal,
    Proposer,
    Provision,
    Rendering,
    Review,
    Statement,
    StatusChange,
    Text,
    Undertaking,
)


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


class AffiliationFactory(FactFactory):
    class Meta:
        model = Affiliation

    actor = factory.SubFactory(ActorFactory)
    organisation = factory.SubFactory(ActorFactory, state=True)
    relation = "holds_office"
    title = "Minister of the Harbours"
    held_on = "2030-01/.."
    source = factory.SubFactory(SourceFactory)


class PartyFactory(FactFactory):
    class Meta:
        model = Party

    process = factory.SubFactory(ProcessFactory)
    actor = factory.SubFactory(ActorFactory, state=True)
    role = "party"


class CitedFactory(FactFactory):
    class Meta:
        model = Cited
        abstract = True

    proposal = factory.SubFactory(ProposalFactory)
    source = factory.SubFactory(SourceFactory)


class ProposerFactory(CitedFactory):
    class Meta:
        model = Proposer

    actor = factory.SubFactory(ActorFactory)
    attribution = "stated_by_self"


class LinkFactory(CitedFactory):
    class Meta:
        model = Link

    target = factory.SubFactory(ProposalFactory)
    kind = "revives"


class AccountFactory(CitedFactory):
    class Meta:
        model = Account

    covers = ["sea"]


class TextFactory(FactFactory):
    class Meta:
        model = Text

    proposal = factory.SubFactory(ProposalFactory)
    number = 1
    title = "First draft"
    issued_on = "2031-05-04"
    source = factory.SubFactory(SourceFactory)


class ProvisionFactory(CitedFactory):
    class Meta:
        model = Provision

    heading = "Harbours"
    summary = "No strikes on harbours."
    category = "ceasefire"


class UndertakingFactory(FactFactory):
    class Meta:
        model = Undertaking

    provision = factory.SubFactory(ProvisionFactory)
    actor = factory.SubFactory(ActorFactory)
    role = "monitor"
    state = "asked"
    what = "Watch the harbours."
    source = factory.SubFactory(SourceFactory)


class EventFactory(FactFactory):
    class Meta:
        model = Event

    kind = "talks"
    title = "Talks on the lighthouse island"
    summary = "The two sides met."
    happened_on = "2031-05-03"
    source = factory.SubFactory(SourceFactory)


class RenderingFactory(FactFactory):
    class Meta:
        model = Rendering

    statement = factory.SubFactory(StatementFactory)
    source = factory.SubFactory(SourceFactory)
    language = "en"
    quote = "Spare the harbours."


class ReviewFactory(FactFactory):
    class Meta:
        model = Review

    statement = factory.SubFactory(StatementFactory)
    entered_by = factory.SubFactory(UserFactory, username="second reader")
