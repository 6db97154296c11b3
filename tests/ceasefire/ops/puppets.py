"""Supervises small programs in a process of its own: `python -m tests.ceasefire.ops.puppets DIRECTORY STAGES`.

STAGES is JSON: a list of stages, each a list of {"name", "shell", "ready"?: file name, "once"?}. What each is doing it
writes where it likes; the supervisor writes its process numbers to DIRECTORY/pids.
"""

import json
import sys
from pathlib import Path

from ceasefire.ops.programs import Program
from ceasefire.ops.supervisor import Patience, Supervisor
from ceasefire.ops.unusable import Unusable

PATIENCE = Patience(
    first_pause=0.02,
    longest_pause=0.1,
    healthy_after=0.6,
    deaths=4,
    deaths_before_ready=3,
    until_ready=2.0,
    until_all_stopped=4.0,
    until_stage_stopped=1.5,
)


def program(directory: Path, *, name: str, shell: str, ready: str = "", once: bool = False) -> Program:
    return Program(
        name=name,
        argv=("/bin/sh", "-c", shell),
        directory=directory,
        ready=lambda: not ready or (directory / ready).exists(),
        once=once,
    )


def main(directory: Path, stages: list[list[dict]]) -> None:
    supervisor = Supervisor(
        [[program(directory, **puppet) for puppet in stage] for stage in stages],
        patience=PATIENCE,
        on_ready=lambda program: print(f"{program.name} is ready", flush=True),
        on_all_ready=lambda: print("all ready", flush=True),
        on_change=lambda pids: (directory / "pids").write_text(json.dumps(pids)),
    )
    try:
        supervisor.run()
    except Unusable as fault:
        sys.exit(f"gave up: {fault}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), json.loads(sys.argv[2]))
