"""Events with who took part and what they did to proposals, in the admin."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from ceasefire.ledger.admin import Details, FactAdmin, person
from proposals.models import Effect, Event, Participant
from proposals.services.records import record


class ParticipantsInline(Details):
    model = Participant
    autocomplete_fields = ("actor",)


class EffectsInline(Details):
    """What the event did; each effect is a fact of its own."""

    model = Effect
    fields = ("proposal", "kind", "note")
    autocomplete_fields = ("proposal",)
    extra = 1


@admin.register(Event)
class EventAdmin(FactAdmin):
    list_display = ("title", "kind", "happened_on", "place", "known_from", "closed")
    list_filter = ("kind", "closed")
    search_fields = ("title", "summary", "slug")
    inlines = (ParticipantsInline, EffectsInline)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        if formset.model is not Effect:
            formset.save()
            return
        formset.save(commit=False)
        for effect in formset.new_objects:
            record(effect, by=person(request))


@admin.register(Effect)
class EffectAdmin(FactAdmin):
    list_display = ("event", "kind", "proposal", "known_from", "closed")
    list_filter = ("kind", "closed")
    search_fields = ("event__title", "proposal__title")
    list_select_related = ("event", "proposal")
