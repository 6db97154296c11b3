"""Processes, proposals and what describes them, in the admin."""

from django import forms
from django.contrib import admin

from ceasefire.ledger.admin import Details, FactAdmin, FactForm, FactsShown
from proposals.models import (
    Account,
    Asker,
    Link,
    Party,
    Process,
    Proposal,
    Proposer,
    Provision,
    Scope,
    Text,
    Undertaking,
)


class PartiesShown(FactsShown):
    model = Party
    fields = ("actor", "role", "closed")


class ProvisionsShown(FactsShown):
    model = Provision
    fields = ("heading", "category", "slug", "closed")


class AskersInline(Details):
    model = Asker
    autocomplete_fields = ("actor",)


@admin.register(Process)
class ProcessAdmin(FactAdmin):
    list_display = ("name", "slug", "known_from", "closed")
    search_fields = ("name", "slug")
    named_by = "name"

    def get_inlines(self, request, obj):  # type: ignore[no-untyped-def]
        return [PartiesShown] if obj else []


@admin.register(Party)
class PartyAdmin(FactAdmin):
    list_display = ("process", "actor", "role", "known_from", "closed")
    list_filter = ("process", "role", "closed")
    search_fields = ("actor__name", "process__name")
    list_select_related = ("process", "actor")


@admin.register(Proposal)
class ProposalAdmin(FactAdmin):
    list_display = ("title", "kind", "process", "voiced_on", "slug", "known_from", "closed")
    list_filter = ("process", "kind", "closed")
    search_fields = ("title", "summary", "slug")
    list_select_related = ("process",)
    named_by = "title"

    def get_inlines(self, request, obj):  # type: ignore[no-untyped-def]
        return [ProvisionsShown] if obj else []


@admin.register(Proposer)
class ProposerAdmin(FactAdmin):
    list_display = ("proposal", "actor", "attribution", "known_from", "closed")
    list_filter = ("attribution", "closed")
    search_fields = ("proposal__title", "actor__name")
    list_select_related = ("proposal", "actor")


@admin.register(Link)
class LinkAdmin(FactAdmin):
    list_display = ("proposal", "kind", "target", "known_from", "closed")
    list_filter = ("kind", "closed")
    search_fields = ("proposal__title", "target__title")
    list_select_related = ("proposal", "target")


class AccountForm(FactForm):
    covers = forms.MultipleChoiceField(
        choices=Scope.choices, required=False, widget=forms.CheckboxSelectMultiple, label="Covers"
    )
    excludes = forms.MultipleChoiceField(
        choices=Scope.choices, required=False, widget=forms.CheckboxSelectMultiple, label="Leaves out"
    )


@admin.register(Account)
class AccountAdmin(FactAdmin):
    form = AccountForm
    list_display = ("proposal", "described_by", "duration", "area", "known_from", "closed")
    list_filter = ("duration", "area", "ceasefire_class", "closed")
    search_fields = ("proposal__title", "described_by__name")
    list_select_related = ("proposal", "described_by")


@admin.register(Text)
class TextAdmin(FactAdmin):
    list_display = ("title", "proposal", "number", "issued_on", "known_from", "closed")
    list_filter = ("language", "closed")
    search_fields = ("title", "proposal__title", "slug")
    list_select_related = ("proposal",)


@admin.register(Provision)
class ProvisionAdmin(FactAdmin):
    list_display = ("heading", "proposal", "category", "alternative", "known_from", "closed")
    list_filter = ("category", "closed")
    search_fields = ("heading", "summary", "proposal__title", "slug")
    list_select_related = ("proposal",)


@admin.register(Undertaking)
class UndertakingAdmin(FactAdmin):
    list_display = ("actor", "role", "state", "what", "provision", "known_from", "closed")
    list_filter = ("role", "state", "closed")
    search_fields = ("actor__name", "what", "provision__heading")
    list_select_related = ("actor", "provision")
    inlines = (AskersInline,)
