"""Triggers a fact table declares. The functions they call are in the first migration, `0001_functions.sql`.

The functions are shared and called directly, so the trigger library's own "ignore" switch does not reach them.
"""

from django.db import models
from pgtrigger import (
    After,
    Before,
    Deferred,
    Delete,
    Insert,
    Referencing,
    Row,
    Statement,
    Trigger,
    Truncate,
    Update,
)


class LedgerTrigger(Trigger):
    """A trigger whose body is one of the ledger's shared functions."""

    function: str
    func = "RETURN NULL;"  # never called: `execute` points at the shared function

    def render_execute(self, model: models.Model) -> str:
        return f"{self.function}()"


class EntersTheOutbox(LedgerTrigger):
    """A new row of a fact table leaves an outbox row in the same transaction."""

    name = "enters_the_outbox"
    function = "ledger_enter_new"
    level = Statement
    when = After
    operation = Insert
    referencing = Referencing(new="new_rows")  # type: ignore[no-untyped-call]


class ClosingEntersTheOutbox(LedgerTrigger):
    """Closing a reading leaves an outbox row, unless the same transaction supersedes it."""

    name = "closing_enters_the_outbox"
    function = "ledger_enter_closed"
    level = Statement
    when = After
    operation = Update
    referencing = Referencing(old="old_rows", new="new_rows")  # type: ignore[no-untyped-call]


class NeverRewritten(LedgerTrigger):
    """A published fact is only ever closed, once; it is never edited and never deleted."""

    name = "never_rewritten"
    function = "ledger_guard_fact"
    level = Row
    when = Before
    operation = Insert | Update | Delete


class DetailNeverRewritten(LedgerTrigger):
    """Rows that belong to a fact are written with it, in its transaction, and stay as they are."""

    name = "never_rewritten"
    level = Row
    when = Before
    operation = Insert | Update | Delete

    def __init__(self, *, of: str, column: str) -> None:
        """`of` is the fact's table, `column` the foreign key to it."""
        super().__init__()
        self.of, self.column = of, column

    def render_execute(self, model: models.Model) -> str:
        return f"ledger_guard_detail('{self.of}', '{self.column}')"


class NeverTruncated(LedgerTrigger):
    name = "never_truncated"
    function = "ledger_refuse"
    level = Statement
    when = Before
    operation = Truncate


class WrittenByTheLedger(LedgerTrigger):
    """Only the ledger's own functions change these rows."""

    name = "written_by_the_ledger"
    function = "ledger_guard_own"
    level = Row
    when = Before
    operation = Insert | Update | Delete


class AppendOnly(LedgerTrigger):
    """Rows come in and stay."""

    name = "append_only"
    function = "ledger_refuse"
    level = Row
    when = Before
    operation = Update | Delete


class NumbersItsTransaction(LedgerTrigger):
    """At commit, the first of a transaction's outbox rows has all of them numbered together."""

    name = "numbers_its_transaction"
    function = "ledger_number"
    level = Row
    when = After
    operation = Insert
    timing = Deferred


class LinksToItsPredecessor(LedgerTrigger):
    """A timeline entry carries the next number, its predecessor's hash, and the true hash of both."""

    name = "links_to_its_predecessor"
    function = "ledger_guard_entry"
    level = Row
    when = Before
    operation = Insert
