"""Statements that are not published yet. They are their author's alone, and no part of the ledger."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from proposals.models import Draft, Statement
from proposals.services.statements import NewStatement, log


def keep(body: dict[str, Any], *, by: User, draft: Draft | None = None) -> Draft:
    """Keep a statement in the shape of its later request, as a new draft or in place of one's older wording."""
    draft = draft or Draft(author=by)
    draft.body = {key: value for key, value in body.items() if key != "draft"}
    draft.save()
    return draft


@transaction.atomic
def publish(draft: Draft, new: NewStatement, *, by: User, at: datetime) -> Statement:
    """Publish what a draft holds and drop the draft, both or neither. Raises what `statements.log` raises."""
    statement = log(new, by=by, at=at)
    draft.delete()
    return statement
