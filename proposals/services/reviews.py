"""The second pair of eyes."""

from django.contrib.auth.models import User
from django.db import transaction

from ceasefire.core.errors import Conflict, Forbidden
from proposals.models import Review, Statement, StatusChange
from proposals.services.records import record


class OwnWork(Forbidden):
    """Nobody confirms what they entered themselves."""

    code = "own_work"


@transaction.atomic
def confirm(logged: Statement | StatusChange, *, by: User, note: str | None = None) -> Review:
    """Mark what somebody else logged as reviewed. Raises OwnWork, or Conflict when it is reviewed already."""
    if logged.entered_by_id == by.pk:
        raise OwnWork("Somebody else has to confirm what you entered yourself.")
    about = {"statement": logged} if isinstance(logged, Statement) else {"status_change": logged}
    if Review.objects.open().filter(**about).exists():
        raise Conflict("It is confirmed already.")
    return record(Review(**about, note=note), by=by)
