from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "ceasefire.sources"
    label = "sources"
