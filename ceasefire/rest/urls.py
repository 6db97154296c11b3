from django.urls import path

from ceasefire.rest import pages

urlpatterns = [path("problems/<slug:code>", pages.problem, name="problem")]
