from argparse import ArgumentParser

import pytest

from kiosk.hub.cli.member_name import MemberNotFound, add_member, find_named
from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.bookmark import Bookmark
from tests.hub.domain.member_data.known_well import OPEN, get_to_know


def test_she_is_named_by_her_pseudonym_and_by_the_code_of_what_she_kept(hub: Hub) -> None:
    known = get_to_know(hub)
    parser = ArgumentParser()
    add_member(parser)
    with hub.database.read() as session:
        code = session.get_one(Bookmark, OPEN).redeem_code
        said = [parser.parse_args([text]).member for text in (known.key, code)]

        assert [find_named(session, text).key for text in said] == [known.key] * 2
        with pytest.raises(MemberNotFound, match="nobody's code"):
            find_named(session, "nobody")
