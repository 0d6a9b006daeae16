from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kiosk.errors import FileRefused
from kiosk.hub.cli.campaign import CampaignRefused, add_campaign_commands
from kiosk.hub.context import Hub
from tests.hub.terminal import type_command


def _type(hub: Hub, *words: str) -> None:
    assert type_command(add_campaign_commands, hub.settings.database, "campaign", *words) == 0


def _add(hub: Hub, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Begin a campaign for a mail; its code."""
    _type(hub, "add", "Adventsmail", "--channel", "mail", *words)
    said = capsys.readouterr().out
    code = said.partition(":")[0]
    assert said == f"{code}: Adventsmail runs; its link is PUBLIC_URL/k/{code}\n"
    return code


def test_a_campaign_is_begun_listed_and_ended(hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    code = _add(hub, capsys, "--offer", "o-mug")
    for words in (("list",), ("end", f"{code[:4]}-{code[4:]}".lower()), ("end", code), ("list",)):
        _type(hub, *words)
    said = [line for line in capsys.readouterr().out.splitlines() if code in line]

    assert said == [
        f"{code}  mail    Adventsmail: runs, opened too seldom to tell",
        f"{code}: Adventsmail is over now.",
        f"{code}: Adventsmail was over already.",
        f"{code}  mail    Adventsmail: does not run, opened too seldom to tell",
    ]


def test_its_code_is_written_into_a_file_that_phones_read(
    hub: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, file = _add(hub, capsys), tmp_path / "poster.png"
    _type(hub, "code", code, str(file), "--public-url", "https://hub.shop.example/")
    (found,) = zxingcpp.read_barcodes(Image.open(file).convert("L"))

    assert found.text == f"https://hub.shop.example/k/{code}"
    assert capsys.readouterr().out == f"{file}: {found.text}\n"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("add", " ", "--channel", "mail"), "needs a name"),
        (("add", "x" * 61, "--channel", "mail"), "up to 60 characters"),
        (("add", "Mail", "--channel", "mail", "--offer", "o-none"), "no such offer"),
        (("end", "K7Q42MFX"), "no campaign has this code"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(hub: Hub, words: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(CampaignRefused, match=complaint):
        _type(hub, *words)


@pytest.mark.parametrize(
    ("name", "complaint"), [("poster.gif", r"ends in png or svg"), ("none/poster.png", "cannot be")]
)
def test_a_file_that_cannot_be_written_is_refused(
    hub: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, complaint: str
) -> None:
    code = _add(hub, capsys)

    with pytest.raises(FileRefused, match=complaint):
        _type(hub, "code", code, str(tmp_path / name), "--public-url", "https://hub.shop.example")
