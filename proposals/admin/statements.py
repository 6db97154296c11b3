"""Statements, wordings, positions, status changes and reviews in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone

from actors.models import Actor
from ceasefire.core import edtf
from ceasefire.ledger.admin import FactAdmin, FactForm, FactsShown, Shown, ViewOnly, person
from ceasefire.ledger.models import Fact
from proposals.models import (
    Condition,
    Position,
    Proposal,
    Provision,
    Rendering,
    Review,
    Speaker,
    Stance,
    Statement,
    StatusChange,
)
from proposals.services import statements, statuses
from proposals.services.statements import NewCondition, NewPosition, NewQuote, NewStatement
from proposals.services.statuses import Evidence
from proposals.states import Status


class SpeakersShown(Shown):
    model = Speaker


class RenderingsShown(FactsShown):
    model = Rendering
    fields = ("quote", "language", "form", "source", "closed")


class PositionsShown(FactsShown):
    model = Position
    fields = ("actor", "proposal", "provision", "stance", "closed")


class ConditionsShown(Shown):
    model = Condition


def people(**kwargs: Any) -> "forms.ModelMultipleChoiceField[Actor]":
    chooser = AutocompleteSelectMultiple(Speaker._meta.get_field("actor"), admin.site)
    return forms.ModelMultipleChoiceField(Actor.objects.open(), widget=chooser, **kwargs)


def part_of_position(model: type[Proposal] | type[Provision], name: str) -> "forms.ModelChoiceField[Any]":
    chooser = AutocompleteSelect(Position._meta.get_field(name), admin.site)
    return forms.ModelChoiceField(model.objects.open(), required=False, widget=chooser)


class ConditionLines(forms.CharField):
    """Conditions, one on each line."""

    widget = forms.Textarea

    def clean(self, value: Any) -> list[NewCondition]:
        lines = super().clean(value).splitlines()
        return [NewCondition(text=line) for line in lines if line.strip()]


class StatementForm(FactForm):
    """A statement with its speakers, and as much as one wording and one position."""

    speakers = people()
    principals = people(required=False, label="On behalf of")
    quote = forms.CharField(required=False, strip=False, widget=forms.Textarea)
    language = forms.CharField(max_length=35, initial="en", required=False)
    wording = forms.ChoiceField(choices=Rendering.Form.choices, initial=Rendering.Form.ORIGINAL)
    proposal = part_of_position(Proposal, "proposal")
    provision = part_of_position(Provision, "provision")
    stance = forms.ChoiceField(choices=[("", "---------"), *Stance.choices], required=False)
    conditions = ConditionLines(required=False, help_text="One on each line.")
    allow_duplicate = forms.BooleanField(required=False, label="Log it even if the same words are logged already")
    named = {
        "for": "principals",
        "positions.0.proposal": "proposal",
        "positions.0.provision": "provision",
        "positions.0.stance": "stance",
        "positions.0.conditions": "conditions",
    }

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if bool(said.get("proposal")) != bool(said.get("stance")):
            self.add_error("stance", "A position needs a proposal and a stance.")
        return said

    def new_statement(self) -> NewStatement:
        """What was typed, as the service takes it."""
        said, fact = self.cleaned_data, self.instance
        wording = NewQuote(said["quote"], said["language"] or "en", said["wording"])
        position = NewPosition(said["proposal"], said["stance"], said["provision"], conditions=said["conditions"])
        return NewStatement(
            speakers=list(said["speakers"]),
            principals=list(said["principals"]),
            said_on=edtf.parse(fact.said_on),
            source=fact.source,
            quotes=[wording] if said["quote"] else [],
            positions=[position] if said["proposal"] else [],
            gist=fact.gist,
            place=fact.place,
            venue=fact.venue,
            channel=fact.channel,
            outlet=fact.outlet,
            relayed_by=fact.relayed_by,
            credibility=fact.credibility,
            slug=fact.slug,
            allow_duplicate=said["allow_duplicate"],
        )


@admin.register(Statement)
class StatementAdmin(FactAdmin):
    form = StatementForm
    list_display = ("slug", "said_on", "gist", "channel", "source", "known_from", "closed")
    list_filter = ("channel", "closed")
    search_fields = ("slug", "gist", "renderings__quote", "speakers__actor__name")
    list_select_related = ("source",)
    own = ("slug", "said_on", "source", "gist", "place", "venue", "channel", "outlet", "relayed_by", "credibility")

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        if obj:
            return [(None, {"fields": self.own})]
        words = ("speakers", "principals", "quote", "language", "wording", "allow_duplicate")
        position = ("proposal", "provision", "stance", "conditions")
        return [("Words", {"fields": words}), (None, {"fields": self.own}), ("Position", {"fields": position})]

    def get_inlines(self, request: HttpRequest, obj: Model | None) -> Any:
        return [SpeakersShown, RenderingsShown, PositionsShown] if obj else []

    def write(self, request: HttpRequest, fact: Any, form: Any) -> Fact:
        return statements.log(form.new_statement(), by=person(request), at=timezone.now())


@admin.register(Rendering)
class RenderingAdmin(FactAdmin):
    list_display = ("__str__", "language", "form", "statement", "source", "known_from", "closed")
    list_filter = ("form", "language", "closed")
    search_fields = ("quote", "statement__slug")
    list_select_related = ("statement", "source")

    def write(self, request: HttpRequest, fact: Any, form: Any) -> Fact:
        fact.fingerprint = statements.fingerprint(fact.quote)
        return super().write(request, fact, form)


class PositionForm(FactForm):
    conditions = ConditionLines(required=False, help_text="One on each line.")
    named = {f"positions.0.{name}": name for name in ("proposal", "provision", "text", "stance", "conditions")}


@admin.register(Position)
class PositionAdmin(FactAdmin):
    form = PositionForm
    list_display = ("actor", "stance", "proposal", "provision", "statement", "known_from", "closed")
    list_filter = ("stance", "proposal", "closed")
    search_fields = ("actor__name", "proposal__title", "statement__slug")
    list_select_related = ("actor", "proposal", "provision", "statement")
    own = ("slug", "statement", "actor", "proposal", "text", "provision", "stance", "note")

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        return self.own if obj else (*self.own, "conditions")

    def get_inlines(self, request: HttpRequest, obj: Model | None) -> Any:
        return [ConditionsShown] if obj else []

    def write(self, request: HttpRequest, fact: Any, form: Any) -> Fact:
        new = NewPosition(
            proposal=fact.proposal,
            stance=fact.stance,
            provision=fact.provision,
            text=fact.text,
            conditions=form.cleaned_data["conditions"],
            note=fact.note,
            slug=fact.slug,
        )
        return statements.take_positions(fact.statement, [new], holders=[fact.actor], by=person(request))[0]


class StatusChangeForm(FactForm):
    named = {"to": "to_status", "evidence": "statement"}


@admin.register(StatusChange)
class StatusChangeAdmin(FactAdmin):
    form = StatusChangeForm
    list_display = ("proposal", "from_status", "to_status", "effective_on", "reason", "known_from", "closed")
    list_filter = ("to_status", "proposal", "closed")
    search_fields = ("proposal__title", "reason", "slug")
    list_select_related = ("proposal",)

    def write(self, request: HttpRequest, fact: Any, form: Any) -> Fact:
        return statuses.change_status(
            fact.proposal,
            to=Status(fact.to_status),
            effective_on=edtf.parse(fact.effective_on),
            reason=fact.reason,
            evidence=Evidence(statement=fact.statement, source=fact.source, event=fact.event),
            by=person(request),
            at=timezone.now(),
            applies_to=fact.applies_to,
            according_to=fact.according_to,
            slug=fact.slug,
        )


@admin.register(Review)
class ReviewAdmin(ViewOnly):
    """Confirming is done at the desk, where the words stand beside it."""

    list_display = ("__str__", "statement", "status_change", "entered_by", "note", "known_from")
    search_fields = ("slug", "note")
    list_select_related = ("statement", "status_change", "entered_by")
