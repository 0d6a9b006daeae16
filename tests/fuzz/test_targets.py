"""Nothing from outside ends in anything but what was meant or a refusal."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.tree import ROOT
from tests.doubles.mutation import EDITS, Edits, mutate
from tests.fuzz.targets import READERS

_RUNS = 30_000
_HANGS_S = 10


@pytest.mark.parametrize("name", READERS)
@given(st.binary(max_size=300))
def test_any_bytes_are_borne(name: str, data: bytes) -> None:
    READERS[name].try_out(data)


@pytest.mark.parametrize("name", READERS)
@given(st.data(), EDITS)
def test_a_message_that_was_changed_is_borne(name: str, data: st.DataObject, edits: Edits) -> None:
    READERS[name].try_out(mutate(data.draw(st.sampled_from(READERS[name].seeds)), edits))


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris, which is led by branches, has no wheel here")
def test_a_hunt_led_by_branches_finds_nothing(tmp_path: Path) -> None:
    options = (f"-runs={_RUNS}", "-seed=1", f"-timeout={_HANGS_S}")
    hunt = subprocess.run(  # noqa: S603 # our own program
        (sys.executable, "-m", "tests.fuzz.hunt", "all", str(tmp_path / "found"), *options),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )

    assert "cov: " in hunt.stdout, "it sees no branches"
    assert hunt.returncode == 0, hunt.stdout
