"""The directory of actors. An actor's own page shows stances, so it stands with the proposals."""

from django.urls import path

from actors.web.directory import actors

urlpatterns = [path("actors/", actors, name="actors")]
