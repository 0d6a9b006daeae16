from kiosk.hub.domain.people.password import LONGEST, hash_password, is_password
from tests.hub.console.clerk import PASSWORD


def test_only_the_password_fits_its_hash() -> None:
    password_hash = hash_password(PASSWORD)

    assert is_password(password_hash, PASSWORD)
    assert not is_password(password_hash, PASSWORD + " ")
    assert not is_password(password_hash, "")


def test_the_hash_is_argon2id_with_the_memory_that_the_rfc_asks_for() -> None:
    one, other = hash_password(PASSWORD), hash_password(PASSWORD)

    assert one.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert one != other


def test_nobody_has_no_password_not_even_the_one_that_is_hashed_meanwhile() -> None:
    assert not is_password(None, "nobody has this password")


def test_what_is_no_hash_fits_nothing() -> None:
    assert not is_password("-", PASSWORD)


def test_a_password_is_taken_as_it_was_typed_to_the_last_letter() -> None:
    longest = "ß " * (LONGEST // 2)
    kept = hash_password(longest)

    assert is_password(kept, longest)
    assert [is_password(kept, one) for one in (f"{longest}x", longest[:-1], longest.upper(), longest.strip())] == [
        False
    ] * 4
