"""Statements that are not published yet. They are their author's alone, and no part of the ledger."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from ceasefire.core.errors import Missing
from proposals.models import Draft, Statement
from proposals.services.statements import NewStatement, log


@transaction.atomic
def keep(body: dict[str, Any], *, by: User, draft: Draft | None = None) -> Draft:
    """Keep a statement in the shape of its later request, as a new draft or in place of one's older wording.

    A new one that says the very same as another of its author's is that one: the form was sent twice.
    """
    User.objects.select_for_update(no_key=True).get(pk=by.pk)  # one at a time of a person's posts
    said = {key: value for key, value in body.items() if key != "draft"}
    draft = draft or Draft.objects.filter(author=by, body=said).first() or Draft(author=by)
    draft.body = said
    draft.save()
    return draft


@transaction.atomic
def publish(draft: Draft, new: NewStatement, *, by: User, at: datetime) -> Statement:
    """Publish what a draft holds and drop the draft, both or neither.

    Raises what `statements.log` raises, and Missing when the draft was published or dropped meanwhile.
    """
    if not Draft.objects.select_for_update().filter(pk=draft.pk).exists():
        raise Missing("This draft is gone: it was published or dropped meanwhile.")
    statement = log(new, by=by, at=at)
    drop(draft)
    return statement


def drop(draft: Draft) -> None:
    """Throw a draft away."""
    draft.delete()
