"""`manage.py health`, as containers ask it."""

import pytest
from django.core.management import CommandError, call_command

from ceasefire.ops import health
from ceasefire.ops.health import Health
from ceasefire.timeline.reads import Lag


@pytest.mark.parametrize(
    ("missing", "parts", "alive"),
    [((), (), True), ((), ("worker",), True), (("beat",), ("worker",), True), (("beat",), ("beat",), False)]
    + [(("beat",), (), False)],
)
def test_health_speaks_of_the_parts_it_was_asked_about(monkeypatch, capsys, missing, parts, alive):
    monkeypatch.setattr(health, "check", lambda: Health(missing, (), Lag(0, 0.0)))
    if alive:
        call_command("health", *parts)
    else:
        with pytest.raises(CommandError, match="Not alive: beat"):
            call_command("health", *parts)
    assert '"behind": 0' in capsys.readouterr().out
