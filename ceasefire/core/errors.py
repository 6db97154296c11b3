"""What a rule says when it refuses: one family of exceptions, mapped to HTTP and to forms elsewhere."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing wrong with one input; `field` is a dotted path such as `positions.0.conditions`."""

    field: str
    message: str
    code: str = "bad_input"

    def inside(self, path: str) -> Self:
        """The same error seen from further out: the path is put before the field."""
        return replace(self, field=f"{path}.{self.field}" if self.field else path)


class DomainError(Exception):
    """A rule of this record refused the request."""

    code: ClassVar[str] = "refused"

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field

    @property
    def errors(self) -> list[FieldError]:
        """The error bound to its field, or nothing when it is about the whole request."""
        return [] if self.field is None else [FieldError(self.field, self.message, self.code)]

    def inside(self, path: str) -> Self:
        """The same refusal with its fields put under `path`, for input that is part of a larger input."""
        moved = copy.copy(self)
        moved.field = path if not self.field else f"{path}.{self.field}"
        return moved


class BadInput(DomainError):
    """Something that was sent is missing, malformed or impossible."""

    code = "bad_input"

    def __init__(self, message: str, *, field: str | None = None, errors: Sequence[FieldError] = ()) -> None:
        super().__init__(message, field=field)
        self._several = list(errors)

    @property
    def errors(self) -> list[FieldError]:
        return list(self._several) or super().errors

    def inside(self, path: str) -> Self:
        moved = super().inside(path)
        moved._several = [error.inside(path) for error in self._several]
        return moved


class Forbidden(DomainError):
    """The person or token that asks may not do this."""

    code = "forbidden"


class Missing(DomainError):
    """What was asked for does not exist here."""

    code = "missing"


class Conflict(DomainError):
    """The request contradicts what the record already holds."""

    code = "conflict"
