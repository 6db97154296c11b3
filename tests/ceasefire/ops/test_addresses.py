import stat
import threading
from pathlib import Path

import environ
import pytest
from redis.connection import parse_url

from ceasefire.ops import addresses
from ceasefire.ops.addresses import Address
from ceasefire.ops.unusable import Unusable

AWKWARD = "p@ss/w?rd#%+& ü"


def test_home_is_var_in_the_repository_unless_the_environment_names_another(home: Path, monkeypatch):
    assert addresses.home() == home
    monkeypatch.delenv("CEASEFIRE_HOME")
    assert addresses.home() == addresses.REPOSITORY / "var"


def test_asking_where_home_is_makes_nothing(home: Path):
    addresses.home()
    assert not home.exists()


def test_addresses_of_our_own_are_known_before_a_server_runs_and_stay(home: Path):
    before = addresses.database_url(), addresses.redis_url(), addresses.secret_key()
    assert before == (addresses.database_url(), addresses.redis_url(), addresses.secret_key())
    assert addresses.own_postgres().port != addresses.own_broker().port


def test_secrets_are_for_their_owner_alone(home: Path):
    addresses.secret_key(), addresses.database_url(), addresses.redis_url()
    files = [path for path in home.iterdir() if path.is_file()]
    assert {path.name for path in files} == {"secret_key", "postgres.json", "broker.json"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE(home.stat().st_mode) & 0o066 == 0


def test_two_that_come_at_once_get_the_same(home: Path):
    keys: list[str] = []
    threads = [threading.Thread(target=lambda: keys.append(addresses.secret_key())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(keys)) == 1 and len(keys) == 8


def test_a_moved_server_keeps_its_password(home: Path):
    before = addresses.own_broker()
    assert addresses.move("broker", 4711) == Address(4711, before.password) == addresses.own_broker()


def test_addresses_from_the_environment_come_first(home: Path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://them@db.example/theirs")
    monkeypatch.setenv("REDIS_URL", "redis://broker.example/3")
    assert addresses.database_url() == "postgres://them@db.example/theirs"
    assert addresses.redis_url() == addresses.broker_url() == "redis://broker.example/3"
    assert not home.exists()


def test_a_password_survives_the_database_url():
    settings = environ.Env.db_url_config(addresses.own_database_url(Address(1, AWKWARD)))
    assert (settings["PASSWORD"], settings["PORT"], settings["NAME"]) == (AWKWARD, 1, "ceasefire")


def test_a_password_survives_the_broker_url():
    assert parse_url(addresses.own_redis_url(Address(1, AWKWARD)))["password"] == AWKWARD


@pytest.mark.parametrize(
    ("given", "for_celery"),
    [
        ("redis://:pw@h:1/2", "redis://:pw@h:1/2"),
        ("unix:///run/redis.sock", "redis+socket:///run/redis.sock?virtual_host=0"),
        ("unix://:p%40@/run/redis.sock?db=2", "redis+socket://:p%40@/run/redis.sock?virtual_host=2"),
        ("rediss://h:1/0", "rediss://h:1/0?ssl_cert_reqs=required"),
        ("rediss://h:1/0?health_check_interval=5", "rediss://h:1/0?health_check_interval=5&ssl_cert_reqs=required"),
        ("rediss://h:1/0?ssl_cert_reqs=none", "rediss://h:1/0?ssl_cert_reqs=none"),
    ],
)
def test_celery_gets_a_users_own_address_in_its_own_words(given: str, for_celery: str, monkeypatch):
    monkeypatch.setenv("REDIS_URL", given)
    assert addresses.redis_url() == given
    assert addresses.broker_url() == for_celery


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgres://me:secret@db.example:5432/x", "db.example:5432"),
        ("unix://:secret@/run/redis.sock?db=2", "/run/redis.sock"),
    ],
)
def test_people_are_shown_no_password(url: str, shown: str):
    assert addresses.without_password(url) == shown


def test_F24_a_damaged_record_is_one_line(home: Path):
    addresses.make_home()
    (home / "broker.json").write_text("{")
    with pytest.raises(Unusable, match="broker.json is damaged"):
        addresses.own_broker()


def test_F25_a_home_that_cannot_be_made_is_one_line(home: Path, monkeypatch):
    (home.parent / "file").touch()
    monkeypatch.setenv("CEASEFIRE_HOME", str(home.parent / "file" / "var"))
    with pytest.raises(Unusable, match="cannot be made .* CEASEFIRE_HOME"):
        addresses.secret_key()
