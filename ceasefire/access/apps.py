from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "ceasefire.access"
    label = "access"
