"""What each web process loads: the application, and its own end when the server that started it ends."""

import signal

from ceasefire.ops.kinship import die_with_parent
from ceasefire.wsgi import application

__all__ = ["application"]

die_with_parent(signal.SIGKILL)  # else it would keep the port, and answer beside its successors
