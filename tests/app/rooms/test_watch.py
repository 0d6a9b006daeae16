from pathlib import Path

from kiosk.app.glass.glass_pulse import GlassPulse
from kiosk.app.rooms.watch import make_watch
from kiosk.app.start_all import start_all
from kiosk.app.watch.supervisor import Supervisor
from kiosk.health.listener import Listener
from tests.app.test_loop_source import open_givens
from tests.doubles.deadline import wait_until


def test_all_threads_of_the_rooms_are_watched_and_nobody_listens_unless_the_settings_say_so(tmp_path: Path) -> None:
    watch = make_watch(open_givens(tmp_path), (), GlassPulse(lambda: 0.0))
    assert [type(room) for room in watch] == [Supervisor]


def test_a_monitor_may_ask_where_the_settings_say(tmp_path: Path) -> None:
    socket = tmp_path / "health.sock"
    watch = make_watch(open_givens(tmp_path, f"health.listen=unix:{socket}"), (), GlassPulse(lambda: 0.0))
    assert [type(room) for room in watch] == [Supervisor, Listener]
    with start_all(watch):
        wait_until(socket.is_socket)
    assert not socket.exists()
