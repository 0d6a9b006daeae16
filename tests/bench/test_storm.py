from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures
from kiosk.bench.storm import Beside, Noise, Spell, Weather, judge_storm, measure_storm
from kiosk.bench.storm_fade import Fade
from kiosk.bench.storm_walk import Walk
from kiosk.bench.visits import Visit

QUIET = Weather(Figures(10, 5.0, 10.0, 10.0), Figures(10, 4.0, 9.0, 9.0), 1.0, 0.0, 2.0, 150.0)
SMOOTH = Fade.of([number / 100 for number in range(11)])
NOISE = Noise(devices=20, rate=1_000)


def test_a_screen_is_watched_in_the_quiet_and_in_each_noise() -> None:
    report = measure_storm(Effort(2, 2, every_s=0.25, warm_up=1, calm_s=1.0), [NOISE])

    weather = report.values["1000_per_s_from_20"]
    assert isinstance(weather, Weather)
    assert (weather.shown, weather.frames.count) == (1.0, 4)
    assert weather.messages_per_s > 0
    assert weather.rss_mb > 50
    loop = report.values["loop_1000_per_s_from_20"]
    assert isinstance(loop, Fade)
    assert loop.gaps.count > 1
    walk = report.values["walk_1000_per_s_from_20"]
    assert isinstance(walk, Walk)
    assert (walk.changes, walk.lost) == (2, 0)


def test_the_spells_of_one_weather_are_one() -> None:
    calm, rough = Visit(0.0, 0.001, 0.004), Visit(0.0, 0.001, 0.010)

    weather = Weather.of([Spell((calm, calm), 2, 10.0, 150.0, 1000.0), Spell((rough,), 2, 20.0, 151.0, 2000.0)])

    assert (weather.frames.count, weather.frames.p50, weather.frames.p95) == (3, 4.0, 10.0)
    assert (weather.shown, weather.messages_per_s, weather.cpu_percent, weather.rss_mb) == (0.75, 1500, 15.0, 151.0)


def test_a_storm_is_judged_by_the_quiet_before_it() -> None:
    storm = Weather(Figures(10, 6.0, 13.0, 13.0), Figures(10, 4.0, 9.0, 9.0), 0.9, 1_000.0, 20.0, 157.0)

    beside = Beside({"quiet": SMOOTH, "n": Fade.of([0.0, 0.1])}, {"n": Walk(3, 1, 0, QUIET.frames)})

    verdicts = judge_storm(QUIET, {NOISE: storm}, beside).verdicts

    assert [round(verdict.measured, 3) for verdict in verdicts] == [1.3, 0.1, 7.0, 1.0, 1]
    assert not any(verdict.is_met for verdict in verdicts)


def test_weather_is_read_on_one_line() -> None:
    assert str(QUIET).endswith("p95 9.0 from hearing, 100% shown, 0 messages/s, CPU 2 %, RSS 150 MB")
