"""A crowd of foreign devices: `python -m kiosk.bench.noise HOST PORT DEVICES RATE`, in a process of its own.

It says that it begins, and publishes so many messages a second about devices of nobody in the bench's zone, in even
batches, until its input ends; then it says how many it sent since when. Where the broker takes fewer, it sends fewer.
"""

import sys
from itertools import cycle
from math import ceil
from threading import Event, Thread
from time import monotonic

from kiosk.bench.publisher import Publisher, write_sighting
from kiosk.bench.said import Said, say

# The devices of a crowd are heard by many gateways that know nothing of each other, so the crowd comes evenly. This
# program cannot wake for each message; but what it sends at once keeps the broker from all else (8 us a message).
BATCH_S = 0.002


def cut_batches(devices: int, size: int) -> list[bytes]:
    """Batches of `size` messages that go round all devices and then begin anew."""
    frames = [write_sighting(f"stranger:{number}", 1 + number % 9) for number in range(devices)]
    order = cycle(frames)
    return [b"".join(next(order) for _ in range(size)) for _ in range(ceil(devices / size))]


def make_noise(publisher: Publisher, devices: int, rate: int, ended: Event) -> Said:
    """Publish until `ended`; what to say of it."""
    size = max(1, round(rate * BATCH_S))
    began_at, sent = monotonic(), 0
    for batch in cycle(cut_batches(devices, size)):
        due = began_at + sent / rate
        if ended.wait(max(0.0, due - monotonic())):
            break
        publisher.send(batch)
        sent += size
    return Said("sent", monotonic(), began_at, count=sent)


def await_end(ended: Event) -> None:
    """Wait until the bench closes this program's input."""
    sys.stdin.read()
    ended.set()


def main(host: str, port: str, devices: str, rate: str) -> None:
    """Make noise until the bench has heard enough."""
    ended = Event()
    Thread(target=await_end, args=(ended,), daemon=True).start()
    publisher = Publisher(host, int(port), f"bench-noise-{devices}-{rate}")
    say(Said("begun", monotonic()))
    said = make_noise(publisher, int(devices), int(rate), ended)
    publisher.close()
    say(said)


if __name__ == "__main__":
    main(*sys.argv[1:])
