import pytest
from msgspec import json

from kiosk.bench import video
from kiosk.bench.effort import Effort
from kiosk.bench.loop import Fading
from kiosk.bench.report import encode_report
from kiosk.bench.video import FRAME_MS, Playing, Weight, judge_video, measure_video
from kiosk.errors import KioskError


def test_pictures_and_videos_play_and_are_weighed() -> None:
    told = json.decode(encode_report(measure_video(Effort(1, 4, calm_s=1))))

    assert told["bench"] == "video"
    assert told["screen_gaps"]["count"] > 20
    assert told["bare_gaps"]["count"] > 20
    assert told["decoders_pss_mb"] > 5
    assert told["screen_most_pss_mb"] >= told["screen_pss_mb"] > told["decoders_pss_mb"]
    assert len(told["targets"]) == 3


def test_each_is_judged_by_what_it_can_be_at_best() -> None:
    frame = FRAME_MS / 1000
    ours = [
        Playing(Fading([frame] * 200, 10.0), [Weight(120.0, 50.0)]),
        Playing(Fading([frame, 0.2], 10.0), [Weight(130.0, 60.0), Weight(120.0, 130.0)]),
    ]
    report = judge_video(ours, [Playing(Fading([0.016], 1.0), [Weight(150.0), Weight(154.0)])])

    assert [round(verdict.measured, 2) for verdict in report.verdicts] == [1.0, 200.0, 1.25]
    assert [verdict.is_met for verdict in report.verdicts] == [True, False, False]
    assert report.values["screen_most_pss_mb"] == 250.0


def test_where_nothing_plays_videos_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_nothing(_name: str) -> None:
        """It is installed wherever tests run."""

    monkeypatch.setattr(video, "find_spec", find_nothing)
    with pytest.raises(KioskError, match="multimedia"):
        measure_video(Effort(1, 1))
