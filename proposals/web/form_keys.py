"""One-time keys of forms: the same form sent twice makes one thing.

The key and what was typed together make the slug of the fact, and a slug is taken once: the database refuses the second
of two posts, also of two at the same instant. The key is signed for its person, so nobody else's post can claim a slug.
"""

import hashlib
import secrets
from typing import Any

from django.contrib.auth.models import User
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from ceasefire.core.canonical import canonical_bytes
from proposals.models import Draft

_signer = Signer(salt="desk.form")


def key_of(request: HttpRequest, draft: Draft | None = None) -> str:
    """The key of a form that is shown again, the one key of a draft in however many windows, else a new one."""
    typed = request.POST.get("key", "")
    if holder(typed) == request.user.pk:
        return typed
    if draft is None:
        return _signer.sign(f"{request.user.pk}-{secrets.token_hex(8)}")
    stamp = f"{draft.pk} {draft.created_at.isoformat()}"
    return _signer.sign(f"{request.user.pk}-{salted_hmac('desk.draft', stamp).hexdigest()[:16]}")


def holder(key: str) -> int | None:
    """Whose form this was: a user's id, or None for what is no key."""
    try:
        return int(_signer.unsign(key).split("-")[0])
    except BadSignature:
        return None


def slug_for(key: str, typed: Any, *, user: User) -> str | None:
    """The slug of what this form makes out of what was typed; None without a key of this person."""
    if holder(key) != user.pk:
        return None
    return hashlib.sha256(key.encode() + b"\0" + canonical_bytes(typed)).hexdigest()[:12]
