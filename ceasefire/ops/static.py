"""Static files: collected when they changed, and packed quickly enough to do so while somebody waits."""

import hashlib
from pathlib import Path

import brotli
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class QuickCompressor(Compressor):
    """Brotli's default effort takes half a minute for the packaged API pages and saves a few per cent."""

    SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")

    @staticmethod
    def compress_brotli(data: bytes) -> bytes:
        return bytes(brotli.compress(data, quality=6))


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Names with the hash of their content, each beside its packed copies."""

    def create_compressor(self, **kwargs: object) -> Compressor:
        return QuickCompressor(quiet=True)


def collect() -> bool:
    """Collect the static files of this version unless that has been done; whether there was work to do."""
    note = Path(settings.STATIC_ROOT) / ".collected"
    present = _fingerprint()
    if note.exists() and note.read_text() == present:
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    note.write_text(present)
    return True


def _fingerprint() -> str:
    """Which files there are to collect, how long and how old each is."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
