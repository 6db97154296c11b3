"""Settings for the small views behind a real server, with a database that nobody answers for."""

from ceasefire.settings_test import *  # noqa: F403 settings are one namespace by design

ROOT_URLCONF = "tests.ceasefire.rest.urls"
ALLOWED_HOSTS = ["127.0.0.1"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": "127.0.0.1",
        "PORT": 9,  # the discard service, which no machine runs any more
        "NAME": "nobody",
        "OPTIONS": {"connect_timeout": 2},
    }
}
