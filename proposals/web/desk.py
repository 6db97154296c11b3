"""The desk: where to begin, and logging what was said."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from ceasefire.access.roles import Ability, may
from ceasefire.core.errors import DomainError
from proposals.models import Draft, Statement
from proposals.reads import review_queue
from proposals.services import drafts, statements
from proposals.services.statements import NewStatement
from proposals.web import moves
from proposals.web.choices import Choices
from proposals.web.entrance import desk_view, person, typed_before
from proposals.web.form_keys import key_of
from proposals.web.logged import cards
from proposals.web.review import clocks_now
from proposals.web.statement_sheet import Body, StatementSheet

LATELY = 8
DROPPED = "desk.dropped"
REGRET = timedelta(minutes=10)  # for which a dropped draft can be taken back

change_status = moves.change_status  # the table of addresses finds all of the desk here


@desk_view(Ability.LOG)
def desk(request: HttpRequest) -> HttpResponse:
    """What can be logged, what is begun, what waits, what was logged lately."""
    if request.method == "POST":
        return _restore(request)
    mine = review_queue.logged_by(person(request).pk, size=LATELY)
    context = {
        "drafts": Draft.objects.filter(author=person(request)),
        "dropped": _dropped(request) is not None,
        "waiting": review_queue.waiting(person_id=person(request).pk),
        "may_review": may(person(request), Ability.REVIEW),
        "lately": cards(mine, person=person(request), clocks=clocks_now(request)),
    }
    return render(request, "desk/desk.html", context)


@desk_view(Ability.LOG)
def log_statement(request: HttpRequest) -> HttpResponse:
    """A new statement, published or kept as a draft."""
    if request.method == "POST":
        return _typed(request, draft=None)
    typed = typed_before(request)
    body = StatementSheet(Choices(), typed=typed).typed_body() if typed else _asked_for(request)
    return _page(request, StatementSheet(Choices(), body=body), draft=None)


@desk_view(Ability.LOG)
def edit_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft of one's own: to go on with, publish or drop. Anybody else's is not there."""
    draft = Draft.objects.filter(author=person(request), pk=pk).first()
    if request.method == "POST":
        return _typed(request, draft=draft, gone=draft is None)
    if draft is None:
        raise Http404
    typed = typed_before(request)
    body = StatementSheet(Choices(), typed=typed).typed_body() if typed else draft.body
    return _page(request, StatementSheet(Choices(), body=body), draft=draft)


def _asked_for(request: HttpRequest) -> Body:
    """What a link to the empty form may fill in: `?source=`, `?speaker=`, `?proposal=`."""
    body: Body = {"source": request.GET.get("source", ""), "speakers": request.GET.getlist("speaker")}
    proposal = request.GET.get("proposal")
    return body | ({"positions": [{"proposal": proposal}]} if proposal else {})


def _typed(request: HttpRequest, *, draft: Draft | None, gone: bool = False) -> HttpResponse:
    """Do what the button that was pressed says, with what was typed."""
    sheet = StatementSheet(Choices(), typed=request.POST)
    action, _, what = request.POST.get("do", "publish").partition(" ")
    if action in ("more", "less"):
        return _page(request, sheet.reshaped(action, what), draft=draft, gone=gone)
    if gone:
        return _gone(request, sheet)
    if action == "drop" and draft:
        return _drop(request, draft)
    return _keep(request, sheet, draft) if action == "keep" else _publish(request, sheet, draft)


def _publish(request: HttpRequest, sheet: StatementSheet, draft: Draft | None) -> HttpResponse:
    if not sheet.is_valid():
        return _page(request, sheet, draft=draft, status=400)
    new = sheet.new_statement(user=person(request))
    try:
        if draft:
            made = drafts.publish(draft, new, by=person(request), at=timezone.now())
        else:
            made = statements.log(new, by=person(request), at=timezone.now())
    except DomainError as refusal:
        if made := _made_before(request, new):
            return _published(made)
        sheet.refuse(refusal)
        return _page(request, sheet, draft=draft, status=400)
    text = "Published, unreviewed until another person confirms it. <a href='{}'>Log another from this source</a>"
    messages.success(request, format_html(text, f"{reverse('desk-statement')}?source={made.source.slug}"))
    return _published(made)


def _made_before(request: HttpRequest, new: NewStatement) -> Statement | None:
    """The statement that this very form made already: it was sent twice."""
    return Statement.objects.filter(slug=new.slug, entered_by=person(request)).first() if new.slug else None


def _published(statement: Statement) -> HttpResponseRedirect:
    return redirect("statement", statement.slug)


def _keep(request: HttpRequest, sheet: StatementSheet, draft: Draft | None) -> HttpResponse:
    if not sheet.is_storable():
        return _page(request, sheet, draft=draft, status=400)
    kept = drafts.keep(sheet.body(), by=person(request), draft=draft)
    messages.success(request, "Kept as a draft that only you can see. Publish it when it is ready.")
    return redirect("desk-draft", kept.pk)


def _drop(request: HttpRequest, draft: Draft) -> HttpResponse:
    request.session[DROPPED] = {"body": draft.body, "until": (timezone.now() + REGRET).timestamp()}
    drafts.drop(draft)
    return redirect("desk")


def _restore(request: HttpRequest) -> HttpResponse:
    """Take back the dropping of a draft."""
    body = _dropped(request)
    request.session.pop(DROPPED, None)
    return redirect("desk-draft", drafts.keep(body, by=person(request)).pk) if body is not None else redirect("desk")


def _dropped(request: HttpRequest) -> Body | None:
    """The draft that was dropped a moment ago."""
    kept = request.session.get(DROPPED)
    return kept["body"] if kept and timezone.now().timestamp() < kept["until"] else None


def _gone(request: HttpRequest, sheet: StatementSheet) -> HttpResponse:
    """A draft that was published or dropped meanwhile: the statement if these very words became it, else the words."""
    if sheet.is_valid() and (made := _made_before(request, sheet.new_statement(user=person(request)))):
        return _published(made)
    return _page(request, StatementSheet(Choices(), body=sheet.body()), draft=None, gone=True, status=404)


def _page(
    request: HttpRequest, sheet: StatementSheet, *, draft: Draft | None, gone: bool = False, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "sheet": sheet,
        "choices": sheet.choices,
        "draft": draft,
        "gone": gone,
        "key": key_of(request, draft),
        "action": reverse("desk-draft", args=[draft.pk]) if draft else reverse("desk-statement"),
    }
    return render(request, "desk/statement.html", context, status=status)
