"""The review queue: what was logged, oldest first, for a second person to confirm."""

import re

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ceasefire.access.roles import Ability
from ceasefire.core.errors import DomainError, Forbidden
from ceasefire.ledger.clocks import Clocks
from ceasefire.ledger.moments import moment
from proposals.reads import review_queue
from proposals.reads.review_queue import Item
from proposals.reads.reviews import confirmed
from proposals.services import reviews
from proposals.web.entrance import desk_view, person, typed_before
from proposals.web.form_keys import key_of
from proposals.web.forms import NoteForm
from proposals.web.logged import cards

PAGE = 50


@desk_view(Ability.REVIEW)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits, a page at a time."""
    start = _number(request.GET.get("after", ""))
    found = review_queue.queue(after=start, size=PAGE + 1)
    shown = cards(found[:PAGE], person=person(request), clocks=clocks_now(request))
    context = {
        "cards": shown,
        "after": start,
        "later": _queue_after(found[PAGE - 1].seq) if len(found) > PAGE else "",
        "waiting": review_queue.waiting(person_id=person(request).pk),
        "key": key_of(request),
    }
    return render(request, "desk/review.html", context)


@desk_view(Ability.REVIEW)
def confirm(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """One thing that was logged, and its confirmation."""
    item = review_queue.item(kind, slug)
    if item is None:
        raise Http404
    if request.method != "POST":
        typed = typed_before(request)
        return _page(request, item, NoteForm(initial={"note": typed.get("note", "") if typed else ""}))
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _page(request, item, form, status=400)
    try:
        reviews.confirm(item.fact, by=person(request), note=form.cleaned_data["note"] or None)
    except DomainError as refusal:
        return _refused(request, kind, slug, form, refusal)
    messages.success(request, "Confirmed. It is marked as reviewed now.")
    return _back_to_queue(request)


def _refused(request: HttpRequest, kind: str, slug: str, form: NoteForm, refusal: DomainError) -> HttpResponse:
    """Why it was not confirmed; when somebody else was faster, that is all there is to say."""
    item = review_queue.item(kind, slug)
    if item is None:
        raise Http404
    if not isinstance(refusal, Forbidden) and confirmed(item.fact, clocks_now(request).moment):
        messages.info(request, "Somebody has confirmed it already; nothing is left to do.")
        return _back_to_queue(request)
    form.add_error(None, refusal.message)
    return _page(request, item, form, status=403 if isinstance(refusal, Forbidden) else 400)


def _back_to_queue(request: HttpRequest) -> HttpResponse:
    """To where the queue was being worked on."""
    return redirect(_queue_after(_number(request.POST.get("after", ""))))


def _queue_after(seq: int) -> str:
    return reverse("desk-review") + (f"?after={seq}" if seq else "")


def _number(text: str) -> int:
    """A ledger number out of an address; 0 for anything else."""
    return int(text) if re.fullmatch("[0-9]{1,18}", text) else 0


def _page(request: HttpRequest, item: Item, form: NoteForm, *, status: int = 200) -> HttpResponse:
    card = cards([item], person=person(request), clocks=clocks_now(request))[0]
    context = {"card": card, "form": form, "key": key_of(request)}
    return render(request, "desk/confirm.html", context, status=status)


def clocks_now(request: HttpRequest) -> Clocks:
    """The desk is always in the present."""
    return Clocks(moment=moment(now=timezone.now()), path=request.path, as_of="", known_at="")
