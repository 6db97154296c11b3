import subprocess
import sys

import pytest

from ceasefire.ops.locks import Held, lock

HOLD = (
    "import fcntl, sys, time; f = open(sys.argv[1], 'w'); fcntl.flock(f, 2); print('held', flush=True); time.sleep(60)"
)


def test_a_held_lock_says_who_holds_it(tmp_path):
    one = tmp_path / "run" / "one"
    with lock(one, note="the first"), pytest.raises(Held, match="^the first$"), lock(one, patience=0):
        pass


def test_a_lock_is_free_again_afterwards(tmp_path):
    with lock(tmp_path / "one", note="the first"):
        pass
    with lock(tmp_path / "one", patience=0, note="the second"):
        assert (tmp_path / "one").read_text() == "the second"


def test_users_share_and_keep_others_out(tmp_path):
    one = tmp_path / "one"
    with lock(one, shared=True), lock(one, shared=True, patience=0), pytest.raises(Held), lock(one, patience=0):
        pass


def test_the_lock_of_a_killed_process_is_free(tmp_path):
    holder = subprocess.Popen([sys.executable, "-c", HOLD, tmp_path / "one"], stdout=subprocess.PIPE)
    with holder, holder.stdout:
        holder.stdout.readline()
        with pytest.raises(Held), lock(tmp_path / "one", patience=0):
            pass
        holder.kill()
    with lock(tmp_path / "one", patience=0):
        pass
