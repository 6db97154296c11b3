from django.apps import AppConfig


class TimelineConfig(AppConfig):
    name = "ceasefire.timeline"
    label = "timeline"
