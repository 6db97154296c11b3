"""Recording a fact that needs no rule beyond its columns: sources, actors, proposals, events and the like."""

from typing import TypeVar

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from ceasefire.core.errors import BadInput, Conflict, FieldError
from ceasefire.core.text import clean_line, clean_text
from ceasefire.ledger.dates import EdtfField
from ceasefire.ledger.models import Fact
from ceasefire.timeline.doorbell import ring_on_commit

FactType = TypeVar("FactType", bound=Fact)
LONGEST_TEXT = 5_000


class SlugTaken(Conflict):
    code = "slug_taken"


@transaction.atomic
def record(fact: FactType, *, by: User) -> FactType:
    """Publish a fact: clean its words, check it, write it. Raises BadInput naming every field at fault, or Conflict."""
    fact.entered_by = by
    check(fact)
    try:
        with transaction.atomic():
            fact.save(force_insert=True)
    except IntegrityError as fault:
        raise _explained(fault, fact) from fault
    ring_on_commit()
    return fact


def check(fact: Fact) -> None:
    """Clean a fact's words in place and check everything that can be told without writing it. Raises BadInput."""
    faults = _clean_words(fact)
    try:
        fact.full_clean(exclude={"entered_by"} | {fault.field for fault in faults})
    except ValidationError as fault:
        faults += _field_errors(fault)
    if faults:
        raise BadInput(faults[0].message, field=faults[0].field, errors=faults)


def _clean_words(fact: Fact) -> list[FieldError]:
    faults = []
    for field in fact._meta.fields:
        text = getattr(fact, field.attname)
        if not isinstance(field, models.TextField | models.CharField) or isinstance(field, EdtfField):
            continue
        if field.choices or field.name in ("slug", "closed_reason") or not field.editable or text is None:
            continue
        if text == "" and field.null:
            setattr(fact, field.attname, None)  # a form's way of saying nothing
            continue
        clean = clean_text if isinstance(field, models.TextField) else clean_line
        try:
            cleaned = clean(text, field=field.name, limit=field.max_length or LONGEST_TEXT)
            setattr(fact, field.attname, cleaned)
        except BadInput as fault:
            faults += fault.errors
    return faults


def _field_errors(fault: ValidationError) -> list[FieldError]:
    return [
        FieldError("" if field == "__all__" else field, message)
        for field, messages in fault.message_dict.items()
        for message in messages
    ]


def _explained(fault: IntegrityError, fact: Fact) -> BadInput | Conflict:
    """The database's refusal in words; it sees what two writers at once could not see of each other."""
    constraint = getattr(getattr(fault.__cause__, "diag", None), "constraint_name", "") or ""
    if constraint.endswith("_one_reading_at_a_time"):
        return SlugTaken(f"“{fact.slug}” is taken already.", field="slug")
    return BadInput(str(fault).splitlines()[0])
