import msgspec

from kiosk.screen.video.job import Job


def test_a_job_stands_on_a_command_line() -> None:
    job = Job("/films/a b.mp4", 921_600, "sound", (1920, 1080), "#f8f0e4")
    assert msgspec.json.decode(msgspec.json.encode(job), type=Job) == job
