"""The form by which a member writes on a page of hers: sent twice it counts once, and what was typed is never lost."""

from typing import Annotated

from pydantic import BaseModel, Field

from kiosk.hub.models.conversation.message import LONGEST
from kiosk.hub.text.words import Words


class AnswerForm(BaseModel):
    """What the page's form sends; `nonce` is new on each page, so that a form counts once."""

    form_token: Annotated[str, Field(max_length=128)]
    nonce: Annotated[str, Field(pattern=r"^[\w-]{32,64}$")]
    text: str = ""


def find_complaint(text: str, words: Words) -> str:
    """What is wrong with this text; empty: it can be kept."""
    if not text:
        return words.text_missing
    return words.text_too_long if len(text) > LONGEST else ""


def make_answer(nonce: str, complaint: str = "", draft: str = "") -> dict[str, object]:
    """What the form needs of the page."""
    return {"nonce": nonce, "longest": LONGEST, "complaint": complaint, "draft": draft}
