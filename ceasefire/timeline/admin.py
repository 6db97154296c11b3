"""The timeline in the admin, to be looked at."""

from django.contrib import admin

from ceasefire.ledger.admin import LedgerOnly
from ceasefire.timeline.models import Entry


@admin.register(Entry)
class EntryAdmin(LedgerOnly):
    list_display = ("seq", "kind", "proposals", "actors", "world_on", "recorded_at")
    list_filter = ("kind",)
    search_fields = ("=seq", "kind", "=hash")
    ordering = ("-seq",)
