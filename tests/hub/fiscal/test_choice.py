from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.hub.fiscal.choice import NONE, TRAINING, Fiscal, SignerRefused, is_choice, open_signer
from kiosk.hub.fiscal.signer import Sale
from kiosk.hub.fiscal.training_signer import TrainingSigner

OWN = "tests.doubles.own_signer:open_signer"
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_the_training_signer_comes_by_the_same_door_as_a_stores_own(tmp_path: Path) -> None:
    file = tmp_path / "tse"
    file.write_text("A7F3")
    own = open_signer(Fiscal(OWN, file))

    assert own is not None
    assert own.sign(Sale("s", 1, AT, AT, "data")).serial == "A7F3"
    assert isinstance(open_signer(Fiscal(TRAINING)), TrainingSigner)
    assert open_signer(Fiscal(NONE)) is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nobodys_tse:open_signer", "there is none (No module named 'nobodys_tse'); install it"),
        ("tests.doubles.own_signer:shut", "there is none (module 'tests.doubles.own_signer' has no attribute 'shut')"),
        ("json:dumps", "what it opens signs nothing"),
        (OWN, "its device does not answer (no device is named); see that it runs"),
    ],
)
def test_one_that_is_not_to_be_had_is_refused_in_one_sentence(name: str, said: str) -> None:
    with pytest.raises(SignerRefused) as refused:
        open_signer(Fiscal(name))

    assert str(refused.value).startswith(f"--fiscal {name}: ")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [(NONE, True), (TRAINING, True), (OWN, True), ("tse", False), ("our tse:open", False), (":open", False)],
)
def test_what_names_no_signer_is_no_choice(text: str, *, is_one: bool) -> None:
    assert is_choice(text) is is_one
