import pytest

from kiosk.hub.webhooks.destination import DestinationRefused, check_url, find_destination, is_public, resolve_host


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.178.20",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - nothing listens there
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:192.168.1.1",
        "2002:c0a8:0101::1",
        "64:ff9b::a9fe:a9fe",
        "::7f00:1",
        "fec0::1",
    ],
)
def test_an_address_that_only_the_stores_own_network_reaches_is_not_public(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(DestinationRefused, match="leads into a private network"):
        find_destination("https://crm.example", allows_private=False, resolve=lambda _host, _port: [address])


@pytest.mark.parametrize("address", ["93.184.215.14", "64:ff9b::5db8:d70e", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(DestinationRefused):
        find_destination(
            "https://crm.example", allows_private=False, resolve=lambda _host, _port: ["93.184.215.14", "10.0.0.1"]
        )


def test_what_is_sent_goes_to_the_address_that_was_looked_at() -> None:
    four = find_destination(
        "https://crm.example/a?b=1", allows_private=False, resolve=lambda _host, _port: ["93.184.215.14"]
    )
    six = find_destination("http://crm.example:81", allows_private=True, resolve=lambda _host, _port: ["fd00::1"])

    assert (four.url, four.named) == ("https://93.184.215.14:443/a?b=1", "crm.example")
    assert (six.url, six.named) == ("http://[fd00::1]:81/", "crm.example:81")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "crm.example",
        "ftp://crm.example",
        "https://",
        "https://:443",
        "https:// ",
        "https://crm.example/two words",
        "https://user:word@crm.example",
        "https://crm.example:99999",
        "https://crm.example:0",
        "https://[::1",
        "https://crm.example/\x1b",
        "https://crm.example/\N{LATIN SMALL LETTER SHARP S}",
        "https://crm.example/" + "x" * 2000,
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(DestinationRefused, match=r"such as https://crm\.example/events"):
        check_url(url, allows_private=True)


def test_without_tls_something_is_sent_in_the_stores_own_network_alone() -> None:
    assert check_url("http://crm.local", allows_private=True).hostname == "crm.local"
    with pytest.raises(DestinationRefused, match="must begin with https://"):
        check_url("http://crm.example", allows_private=False)


def test_a_host_without_an_address_is_refused() -> None:
    with pytest.raises(DestinationRefused):
        find_destination("https://crm.example", allows_private=True, resolve=lambda _host, _port: [])


def test_this_machine_finds_itself() -> None:
    assert resolve_host("127.0.0.1", 80) == ["127.0.0.1"]
