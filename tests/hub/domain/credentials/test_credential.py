import pytest
import requests

from kiosk.hub.domain.credentials.sun import derive_file_key, derive_meta_key
from kiosk.hub.models.members.sun_key import get_sun_key
from tests.doubles.sun_tag import SunTag
from tests.doubles.traces import find_traces, read_folder
from tests.hub.running import RunningHub, make_bookmark

UID = "04de5f1eacc040"


@pytest.fixture
def tag(running: RunningHub) -> SunTag:
    """A tag that carries this hub's keys."""
    with running.hub.database.read() as session:
        master = get_sun_key(session)
    uid = bytes.fromhex(UID)
    return SunTag(uid, derive_meta_key(master), derive_file_key(master, uid))


def show(running: RunningHub, bookmark: str, value: str, offer: str = "o-mug") -> requests.Response:
    return running.keep(make_bookmark(id=bookmark, offer=offer, credential={"kind": "sun", "value": value}))


def test_the_same_tag_is_the_same_member_at_each_of_its_taps(running: RunningHub, tag: SunTag) -> None:
    first, second = show(running, "b1", tag.tap()), show(running, "b2", tag.tap(), "o-lamp")

    assert [answer.status_code for answer in (first, second)] == [201, 201]
    assert [answer.json()["member"] for answer in (first, second)] == ["new", "known"]
    assert second.json()["conversation"]["id"] == first.json()["conversation"]["id"]


def test_a_message_that_was_shown_before_is_refused(running: RunningHub, tag: SunTag) -> None:
    value = tag.tap()
    show(running, "b1", value)
    answer = show(running, "b2", value)

    assert (answer.status_code, answer.json()["code"]) == (422, "sun_replayed")


def test_the_same_bookmark_again_is_no_replay(running: RunningHub, tag: SunTag) -> None:
    value = tag.tap()
    first, again = show(running, "b1", value), show(running, "b1", value)

    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json()


def test_taps_that_a_screen_delivers_late_are_kept(running: RunningHub, tag: SunTag) -> None:
    early, late = tag.tap(), tag.tap()

    assert [show(running, "b2", late).status_code, show(running, "b1", early).status_code] == [201, 201]


@pytest.mark.parametrize(
    "value", ["picc_data=EF963FF7828658A599F3041510671E88&cmac=94EED9EE65337086", "a" * 64, "anything"]
)
def test_a_message_that_no_tag_of_this_hub_made_is_refused_and_makes_nobody(running: RunningHub, value: str) -> None:
    answer = show(running, "b1", value)

    assert (answer.status_code, answer.json()["code"]) == (422, "sun_invalid")


def test_a_bookmark_that_is_refused_uses_no_message_up(running: RunningHub, tag: SunTag) -> None:
    value = tag.tap()
    show(running, "b1", value, "o-nothing")

    assert show(running, "b2", value).status_code == 201


def test_no_uid_of_a_tag_is_kept(running: RunningHub, tag: SunTag) -> None:
    show(running, "b1", tag.tap())

    assert find_traces([UID], read_folder(running.folder)) == []
