"""Changing a proposal's status at the desk."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.html import format_html

from ceasefire.access.roles import Ability
from ceasefire.core.errors import DomainError
from proposals.models import StatusChange
from proposals.reads.state import Standing, standings_of
from proposals.services import statuses
from proposals.states import MEANINGS, MOVES, Status
from proposals.web.choices import Choices
from proposals.web.entrance import desk_view, person, typed_before
from proposals.web.form_keys import key_of
from proposals.web.review import clocks_now
from proposals.web.status_forms import StatusForm

FILLABLE = ("proposal", "to", "effective_on", "statement", "source", "event")  # by a link to the empty form


@desk_view(Ability.LOG)
def change_status(request: HttpRequest) -> HttpResponse:
    """A status change with its evidence, published at once."""
    choices = Choices()
    standings = _standings(request, choices)
    if request.method != "POST" or request.POST.get("do") == "look":
        typed = request.POST or typed_before(request) or QueryDict(mutable=False)
        said = typed.dict() or {name: request.GET[name] for name in FILLABLE if name in request.GET}
        return _page(request, StatusForm(initial=said, choices=choices, standings=standings))
    form = StatusForm(request.POST, choices=choices, standings=standings)
    return _change(request, form) if form.is_valid() else _page(request, form, status=400)


def _change(request: HttpRequest, form: StatusForm) -> HttpResponse:
    move = form.move(user=person(request))
    proposal = move.pop("proposal")
    try:
        made = statuses.change_status(proposal, **move, by=person(request), at=timezone.now())
    except DomainError as refusal:
        slug = move["slug"]
        if slug and StatusChange.objects.filter(slug=slug, entered_by=person(request)).exists():
            return redirect("proposal", proposal.slug)  # this very form was sent before
        form.refuse(refusal)
        return _page(request, form, status=400)
    text = "Recorded: <b>{}</b>, {}. It reaches the timeline in a moment, unreviewed until somebody else confirms it."
    messages.success(request, format_html(text, proposal.title, Status(made.to_status).words))
    return redirect("proposal", proposal.slug)


def _standings(request: HttpRequest, choices: Choices) -> dict[str, Standing]:
    """How every proposal stands now, by slug."""
    found = standings_of([one.pk for one in choices.proposals], clocks_now(request).moment)
    return {one.slug: found[one.pk] for one in choices.proposals if one.pk in found}


@dataclass(frozen=True)
class Stand:
    """How one proposal stands, and where it can go from there."""

    slug: str
    standing: Standing | None
    possible: list[str]
    chosen: bool


def _stands(form: StatusForm) -> list[Stand]:
    chosen = form["proposal"].value()
    found = []
    for proposal in form.choices.proposals:
        standing = form.standings.get(proposal.slug)
        possible = sorted(MOVES[standing.status if standing else None])
        found.append(Stand(proposal.slug, standing, [*possible], proposal.slug == chosen))
    return found


def _page(request: HttpRequest, form: StatusForm, *, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "choices": form.choices,
        "stands": _stands(form),
        "meanings": [(one.value, MEANINGS[one]) for one in Status],
        "key": key_of(request),
    }
    return render(request, "desk/status.html", context, status=status)
