"""Proposals and what is said about them in the admin; and the service by which every fact comes in there."""

from django.contrib import admin

from ceasefire.ledger.admin import FactAdmin
from proposals.admin import events, proposals, statements
from proposals.services.records import record

__all__ = ["events", "proposals", "statements"]

FactAdmin.record = staticmethod(record)
admin.site.site_header = admin.site.site_title = "ceasefire"
admin.site.index_title = "Facts, accounts and tokens"
