import signal
import subprocess
import sys

PATIENCE_S = 20


def test_a_program_ends_as_a_service_does_once_its_input_ends() -> None:
    code = "import signal; from kiosk.bench.leash import end_with_input; end_with_input(); signal.pause()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE) as program:  # noqa: S603 # our own words
        program.communicate(timeout=PATIENCE_S)

    assert program.returncode == -signal.SIGTERM
