"""Addresses of the public pages and of the desk."""

from django.urls import path

from proposals.web import desk, public, review

urlpatterns = [
    path("", public.home, name="home"),
    path("proposals/", public.proposals, name="proposals"),
    path("proposals/<slug:slug>/", public.proposal, name="proposal"),
    path("actors/<slug:slug>/", public.actor, name="actor"),
    path("statements/<slug:slug>/", public.statement, name="statement"),
    path("sources/<slug:slug>/", public.source, name="source"),
    path("events/<slug:slug>/", public.event, name="event"),
    path("timeline/", public.timeline, name="timeline"),
    path("timeline/<int:seq>/", public.entry, name="entry"),
    path("desk/", desk.desk, name="desk"),
    path("desk/statements/new/", desk.log_statement, name="desk-statement"),
    path("desk/drafts/<int:pk>/", desk.edit_draft, name="desk-draft"),
    path("desk/status-changes/new/", desk.change_status, name="desk-status"),
    path("desk/review/", review.queue, name="desk-review"),
    path("desk/review/<str:kind>/<slug:slug>/", review.confirm, name="desk-confirm"),
]
