"""Dates in the world as columns: the EDTF text as written, and beside it the bounds that queries compare."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from ceasefire.core import edtf
from ceasefire.core.errors import BadInput


def check_edtf(text: str) -> None:
    """Validate an EDTF text for forms and the admin. Raises ValidationError."""
    try:
        edtf.parse(text)
    except BadInput as fault:
        raise ValidationError(str(fault)) from fault


class EdtfField(models.CharField):
    """An EDTF date as written.

    `bounds="said"` keeps `said_lower` and `said_upper` (half-open days) and `said_precision` beside it.
    """

    default_validators = [check_edtf]

    def __init__(self, *args: Any, bounds: str, **kwargs: Any) -> None:
        self.bounds = bounds
        super().__init__(*args, **{"max_length": 64, **kwargs})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "bounds": self.bounds}

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        text = getattr(model_instance, self.attname)
        read = edtf.parse(str(text)) if text else None
        setattr(model_instance, f"{self.bounds}_lower", read.lower if read else None)
        setattr(model_instance, f"{self.bounds}_upper", read.upper if read else None)
        setattr(model_instance, f"{self.bounds}_precision", read.precision if read else "")
        return str(text) if text else text


def bound() -> models.DateField:
    """A half-open bound in days; null where it is open."""
    return models.DateField(null=True, editable=False)


def precision() -> models.CharField:
    """How exact the text is: day, month, year, time or interval."""
    return models.CharField(max_length=8, default="", editable=False)


def runs_forward(bounds: str) -> models.CheckConstraint:
    """The constraint that goes with the four columns: lower before upper, within the years we can keep."""
    lower, upper = f"{bounds}_lower", f"{bounds}_upper"
    return models.CheckConstraint(
        name=f"%(class)s_{bounds}_runs_forward",
        violation_error_message="A date has to end after it begins.",
        condition=Q(**{f"{lower}__isnull": True})
        | Q(**{f"{upper}__isnull": True})
        | Q(**{f"{lower}__lt": F(upper), f"{lower}__gte": "1800-01-01", f"{upper}__lte": "2200-01-01"}),
    )
