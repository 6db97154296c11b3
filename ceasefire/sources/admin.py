"""Sources in the admin."""

from django.contrib import admin
from django.db import models

from ceasefire.ledger.admin import FactAdmin
from ceasefire.sources.models import Source


@admin.register(Source)
class SourceAdmin(FactAdmin):
    list_display = ("title", "outlet", "kind", "published_on", "reliability", "known_from", "closed")
    list_filter = ("kind", "reliability", "closed")
    search_fields = ("title", "outlet", "author", "slug")
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
