"""The form for a status change: which proposal moves where, from when, why, and on what evidence."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from ceasefire.core.errors import DomainError, FieldError
from proposals.models import Event, Statement
from proposals.reads.state import Standing
from proposals.services.statuses import Evidence
from proposals.states import MOVES, Status
from proposals.web.choices import Choices
from proposals.web.form_keys import slug_for
from proposals.web.forms import DateField, NamedField, PickField, WordsField, offer, spelt
from proposals.web.statement_forms import actor_field, source_field

LONGEST_REASON = 5_000
EVIDENCE = ("statement", "source", "event")
ONE_EVIDENCE = "Name exactly one piece of evidence: a statement, a source or an event."


class StatusForm(forms.Form):
    """A move of one proposal."""

    use_required_attribute = False

    proposal = PickField(label="Proposal")
    to = forms.ChoiceField(label="New status", error_messages={"required": "Choose one."})
    effective_on = DateField(label="Effective on")
    reason = WordsField(
        limit=LONGEST_REASON,
        label="Reason",
        help_text="What happened, in this record’s own words.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    statement = NamedField(
        rows=Statement.objects.open,
        by=(),
        noun="statement",
        offered="statements",
        one_of_several=True,
        label="A statement",
        help_text="By its id or the address of its page here; the list searches speakers and words.",
    )
    source = source_field(one_of_several=True, label="or a source")
    event = NamedField(
        rows=Event.objects.open, by=("title",), noun="event", offered="events", one_of_several=True, label="or an event"
    )
    applies_to = actor_field(
        required=False, label="Only for", help_text="One party, where it moves for that party and not for the others."
    )
    according_to = actor_field(
        required=False, label="According to", help_text="One actor, where others would not say so."
    )
    key = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, choices: Choices, standings: dict[str, Standing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices, self.standings = choices, standings
        offer(self, "proposal", choices.proposals_by_process, blank="Choose…")
        to = self.fields["to"]
        assert isinstance(to, forms.ChoiceField)
        to.choices = [("", "Choose…"), *self._moves()]

    @property
    def standing(self) -> Standing | None:
        """How the proposal stands that is chosen now."""
        return self.standings.get(self["proposal"].value() or "")

    def _moves(self) -> list[Any]:
        """Every status; where it is known from where the proposal moves, what can follow comes first."""
        if not self["proposal"].value():
            return [(one.value, one.words) for one in Status]
        now = self.standing.status if self.standing else None
        can = [(one.value, one.words) for one in Status if one in MOVES[now]]
        cannot = [(one.value, one.words) for one in Status if one not in MOVES[now]]
        return [("Possible from here", can), ("Not possible from here", cannot)]

    def clean(self) -> None:
        named = [name for name in EVIDENCE if self.cleaned_data.get(name)]
        if len(named) != 1 and not any(self.has_error(name) for name in EVIDENCE):
            self.add_error("statement", ONE_EVIDENCE)

    def move(self, *, user: User) -> dict[str, Any]:
        """What the service takes beside the person and the time; only after `is_valid`."""
        said = self.cleaned_data
        typed = {name: spelt(value) for name, value in said.items() if name != "key"}
        return {
            "proposal": said["proposal"],
            "to": Status(said["to"]),
            "effective_on": said["effective_on"],
            "reason": said["reason"],
            "evidence": Evidence(**{name: said[name] or None for name in EVIDENCE}),
            "applies_to": said["applies_to"] or None,
            "according_to": said["according_to"] or None,
            "slug": slug_for(said["key"], typed, user=user),
        }

    def refuse(self, refusal: DomainError) -> None:
        """Put what the service refused next to the fields that it names."""
        for fault in refusal.errors or [FieldError("", refusal.message, refusal.code)]:
            name = "statement" if fault.field.startswith("evidence") else fault.field
            known = name in self.fields
            message = fault.message if known or not name else f"{name}: {fault.message}"
            self.add_error(name if known else None, ValidationError(message, code=fault.code))
