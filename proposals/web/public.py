"""The public pages. Each takes the two clocks, finds, asks a read, and shows."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from actors.models import Actor
from actors.reads import Ties
from ceasefire.core.errors import Missing
from ceasefire.ledger.clocks import Clocks, choice, dated_view, find, named
from ceasefire.sources.models import Source
from ceasefire.timeline.models import Entry
from ceasefire.web.pages import page_of
from proposals import rules
from proposals.models import Event, Process, Proposal
from proposals.reads import evidence, history
from proposals.reads.catalogue import catalogue
from proposals.reads.dashboard import dashboard
from proposals.reads.dossier import dossier_of
from proposals.reads.profile import profile_of, statements_of, statements_with
from proposals.reads.state import states_of
from proposals.states import Status
from proposals.web.cards import actors, entries, resting
from proposals.web.cards.accounts import comparison
from proposals.web.cards.dossier import dossier_card
from proposals.web.cards.events import event_card
from proposals.web.cards.home import in_process
from proposals.web.cards.proposals import row
from proposals.web.cards.record import record
from proposals.web.cards.sources import provenance
from proposals.web.cards.statements import said, statement_card, statement_title

ON_ONE_PAGE = 40  # of a proposal's entries; the timeline has the rest


@dated_view
def home(request: HttpRequest, clocks: Clocks) -> HttpResponse:
    """The state of play, and what changed lately."""
    found = dashboard(clocks.moment)
    context = {
        "clocks": clocks,
        "processes": [in_process(one, found.register, clocks) for one in found.processes],
        "timeline_href": clocks.link("timeline"),
        "days": entries.by_day(entries.entry_cards(found.changes, found.register, clocks)),
    }
    return render(request, "proposals/home.html", context)


@dated_view
def proposals(request: HttpRequest, clocks: Clocks) -> HttpResponse:
    """Every proposal, narrowed by process, kind and status."""
    known: Any = Process.objects
    processes = {one.slug: one.name for one in known.known_at(clocks.moment.seq).order_by("name", "id")}
    asked = {
        "process": choice(request, "process", processes),
        "kind": choice(request, "kind", Proposal.Kind.values),
        "status": choice(request, "status", [one.value for one in Status]),
    }
    page = page_of(catalogue(clocks.moment, **asked), request, "-sort_day", "id")
    context = {
        "clocks": clocks,
        "rows": [row(state, clocks) for state in states_of(page.rows, clocks.moment)],
        "page": page,
        "asked": asked,
        "processes": processes.items(),
        "kinds": Proposal.Kind.choices,
        "statuses": [(one.value, one.words) for one in Status],
        "narrowed": any(asked.values()),
        "all_href": clocks.link("proposals"),
    }
    return render(request, "proposals/proposals.html", context)


@dated_view
def proposal(request: HttpRequest, clocks: Clocks, slug: str) -> HttpResponse:
    """One proposal whole."""
    one: Proposal = find(Proposal.objects.select_related("process"), slug, clocks)
    found = dossier_of(one, clocks.moment)
    about = history.proposal_entries(slug, clocks.moment)
    kinds = history.kinds_of(about)
    kind = choice(request, "kind", history.KINDS | kinds)
    offered = ({kind: 0} if kind else {}) | kinds
    told = history.lines((about.filter(kind=kind) if kind else about)[:ON_ONE_PAGE])
    register = history.register(told, clocks.moment, found.ties)
    context = {
        "clocks": clocks,
        "proposal": dossier_card(found, clocks),
        "accounts": comparison(found.state.accounts, clocks),
        "entries": entries.entry_cards(told, register, clocks, first_day=one.voiced_lower, on_proposal=True),
        "kind": kind,
        "kinds": [(code, history.kind_words(code), count) for code, count in offered.items()],
        "not_yet": one.voiced_lower is not None and one.voiced_lower > clocks.moment.as_of,
        "json_href": clocks.link("api-proposal-detail", slug),
        "state_href": clocks.link("api-proposal-state", slug),
        "changes_href": clocks.link("api-status-change-list", proposal=slug),
        "timeline_href": clocks.link("timeline", proposal=slug, kind=kind),
        "in_all": kinds.get(kind, 0) if kind else sum(kinds.values()),
        "rule": rules.TEXT,
    }
    return render(request, "proposals/proposal.html", context)


@dated_view
def actor(request: HttpRequest, clocks: Clocks, slug: str) -> HttpResponse:
    """Where one actor stands, what it said, and what it is asked for."""
    one: Actor = find(Actor.objects.all(), slug, clocks)
    found = profile_of(one, clocks.moment)
    page = page_of(statements_of(one, clocks.moment), request, "-sort_day", "-id")
    context = {
        "clocks": clocks,
        "actor": actors.profile_card(found, clocks),
        "statements": [said(statement, clocks, found.ties) for statement in page.rows],
        "page": page,
        "rule": rules.TEXT,
        "json_href": clocks.link("api-actor-detail", slug),
        "timeline_href": clocks.link("timeline", actor=slug),
    }
    return render(request, "proposals/actor.html", context)


@dated_view
def statement(request: HttpRequest, clocks: Clocks, slug: str) -> HttpResponse:
    """One statement with everything needed to judge it."""
    one = find(statements_with(clocks.moment).select_related("entered_by"), slug, clocks)
    context = {
        "clocks": clocks,
        "statement": statement_card(one, clocks, Ties(seq=clocks.moment.seq)),
        "resting": resting.resting_card(evidence.resting_on(Q(statement__slug=slug), clocks.moment), clocks),
        "not_yet": one.said_lower is not None and one.said_lower > clocks.moment.as_of,
        "cite_title": statement_title(one),
        "json_href": clocks.link("api-statement-detail", slug),
    }
    return render(request, "proposals/statement.html", context)


@dated_view
def source(request: HttpRequest, clocks: Clocks, slug: str) -> HttpResponse:
    """One source and everything that rests on it."""
    one: Source = find(Source.objects.all(), slug, clocks)
    found = evidence.of_source(one, clocks.moment)
    context = {
        "clocks": clocks,
        "source": provenance(one, clocks),
        "note": one.note or "",
        "found": resting.source_card(found, clocks),
        "seq": one.known_from,
        "json_href": clocks.link("api-source-detail", slug),
        "entry_href": clocks.link("entry", one.known_from),
    }
    return render(request, "proposals/source.html", context)


@dated_view
def event(request: HttpRequest, clocks: Clocks, slug: str) -> HttpResponse:
    """One event, what it did to proposals, and what rests on it."""
    rows = Event.objects.select_related("source").prefetch_related("participants__actor")
    one: Event = find(rows, slug, clocks)
    context = {
        "clocks": clocks,
        "event": event_card(evidence.of_event(one, clocks.moment), clocks),
        "not_yet": one.happened_lower is not None and one.happened_lower > clocks.moment.as_of,
        "json_href": clocks.link("api-event-detail", slug),
        "entry_href": clocks.link("entry", one.known_from),
    }
    return render(request, "proposals/event.html", context)


@dated_view
def timeline(request: HttpRequest, clocks: Clocks) -> HttpResponse:
    """Every entry, newest first, narrowed by proposal, actor and kind."""
    asked = {
        "proposal": named(request, "proposal", Proposal.objects.all()),
        "actor": named(request, "actor", Actor.objects.all()),
        "kind": choice(request, "kind", history.KINDS | history.CHANGES),
    }
    until = clocks.moment.as_of if clocks.as_of else None
    page = page_of(history.entries_known(clocks.moment, until=until, **asked), request, "-seq")
    told = history.lines(page.rows)
    register = history.register(told, clocks.moment)
    known: Any = Proposal.objects
    context = {
        "clocks": clocks,
        "entries": entries.entry_cards(told, register, clocks),
        "page": page,
        "asked": asked,
        "proposals": known.known_at(clocks.moment.seq).order_by("title", "id").values_list("slug", "title"),
        "kinds": (history.KINDS | history.CHANGES).items(),
        "narrowed": any(asked.values()),
        "all_href": clocks.link("timeline"),
        "json_href": clocks.link("api-timeline-list", ordering="-seq"),
    }
    return render(request, "proposals/timeline.html", context)


@dated_view
def entry(request: HttpRequest, clocks: Clocks, seq: int) -> HttpResponse:
    """One entry as it was hashed, and how to check it."""
    if not 1 <= seq <= clocks.moment.seq:
        raise Missing(f"The numbers given so far run from 1 to {clocks.moment.seq}; {seq} is none of them.")
    there = {one.seq: one for one in Entry.objects.filter(seq__in=[seq, seq + 1])}
    if seq not in there:
        raise Missing(f"Number {seq} has been given, and its entry is about to be written. Try again in a moment.")
    [line] = history.lines([there[seq]])
    context = {
        "clocks": clocks,
        "record": record(there[seq], clocks, followed=seq + 1 in there),
        "entry": entries.entry_card(line, history.register([line], clocks.moment), clocks),
        "cite_title": f"Entry {seq}",
        "previous_label": f"Entry {seq - 1}",
        "next_label": f"Entry {seq + 1}",
        "json_href": reverse("api-timeline-detail", args=[seq]),
        "timeline_href": clocks.link("timeline"),
    }
    return render(request, "proposals/entry.html", context)
