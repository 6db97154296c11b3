"""What tests change: fast password hashes, plain static files, no throttle."""

from ceasefire.settings import *  # noqa: F403 settings are one namespace by design

SECRET_KEY = "only for tests, never for people" * 2
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
AXES_ENABLED = False
ALLOWED_HOSTS = ["*"]
