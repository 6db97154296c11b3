"""What tests change: fast password hashes, static files as they lie in the tree, no log-in throttle."""

from ceasefire.settings import *  # noqa: F403 settings are one namespace by design
from ceasefire.settings import MIDDLEWARE as ALL_MIDDLEWARE

SECRET_KEY = "only for tests, never for people" * 2
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MIDDLEWARE = [name for name in ALL_MIDDLEWARE if "whitenoise" not in name]  # nothing is collected for tests
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
AXES_ENABLED = False
ALLOWED_HOSTS = ["*"]
