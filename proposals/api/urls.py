"""Addresses of the API's resources."""

from rest_framework.routers import DefaultRouter

from ceasefire.sources.api import SourceViewSet
from proposals.api import views

router = DefaultRouter(use_regex_path=True)
router.include_format_suffixes = False
router.register("processes", views.ProcessViewSet, basename="api-process")
router.register("proposals", views.ProposalViewSet, basename="api-proposal")
router.register("actors", views.ActorViewSet, basename="api-actor")
router.register("sources", SourceViewSet, basename="api-source")
router.register("statements", views.StatementViewSet, basename="api-statement")
router.register("positions", views.PositionViewSet, basename="api-position")
router.register("events", views.EventViewSet, basename="api-event")
router.register("status-changes", views.StatusChangeViewSet, basename="api-status-change")
router.register("timeline", views.TimelineViewSet, basename="api-timeline")

urlpatterns = router.urls
