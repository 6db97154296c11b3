"""Actors, their names and their affiliations in the admin."""

from django.contrib import admin

from actors.models import Actor, Affiliation, Name
from ceasefire.ledger.admin import FactAdmin, FactsShown


class NamesShown(FactsShown):
    model = Name
    fields = ("text", "language", "closed")


class AffiliationsShown(FactsShown):
    model = Affiliation
    fk_name = "actor"
    fields = ("relation", "organisation", "title", "held_on", "closed")


@admin.register(Actor)
class ActorAdmin(FactAdmin):
    list_display = ("name", "kind", "slug", "known_from", "closed")
    list_filter = ("kind", "closed")
    search_fields = ("name", "names__text", "slug")
    ordering = ("name", "id")
    named_by = "name"

    def get_inlines(self, request, obj):  # type: ignore[no-untyped-def]
        return [NamesShown, AffiliationsShown] if obj else []


@admin.register(Name)
class NameAdmin(FactAdmin):
    list_display = ("text", "language", "actor", "known_from", "closed")
    list_filter = ("language", "closed")
    search_fields = ("text", "actor__name")
    list_select_related = ("actor",)


@admin.register(Affiliation)
class AffiliationAdmin(FactAdmin):
    list_display = ("actor", "relation", "organisation", "title", "held_on", "known_from", "closed")
    list_filter = ("relation", "closed")
    search_fields = ("actor__name", "organisation__name", "title")
    list_select_related = ("actor", "organisation")
