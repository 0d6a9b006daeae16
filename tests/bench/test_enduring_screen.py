from kiosk.bench.enduring_screen import PICTURES, Pictures


def test_every_picture_of_the_loop_is_another_file_that_is_there() -> None:
    pictures = Pictures()
    refs = pictures.list_refs()

    assert len({ref.sha256 for ref in refs}) == PICTURES
    assert all(pictures.find_file(ref).is_file() for ref in refs)
