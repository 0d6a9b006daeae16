from kiosk.health.process import list_process_metrics


def test_it_tells_what_this_process_costs() -> None:
    figures = {metric.name: metric.samples[0].value for metric in list_process_metrics()}
    assert figures["process_cpu_seconds_total"] > 0
    assert figures["process_resident_memory_bytes"] > 1e6
    assert figures["process_open_fds"] >= 3
    assert figures["process_threads"] >= 1
