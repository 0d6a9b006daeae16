"""Pictures and videos come into the loop at the console, and upright ones beside those that lie."""

from pathlib import PurePath

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import get_file, get_files
from kiosk.hub.console.loop.loop import LOOP, append_item, lead_back, show_page
from kiosk.hub.console.loop.loop_form import type_item
from kiosk.hub.console.loop.loop_item import find_own_item, show_form
from kiosk.hub.console.loop.upload import Upload, UploadRefused, take_upload
from kiosk.hub.console.offers.pictures import add_once
from kiosk.hub.models.conversation.message import clean_text

_LONGEST_LABEL = 80

router = APIRouter(include_in_schema=False)


@router.post(f"{LOOP}/upload")
def post_upload(desk: DeskDep) -> Response:
    """Put the chosen files at the loop's end; or say which of them cannot be shown."""
    taken, complaints = _take_files(desk)
    with desk.hub.database.write() as session:
        for label, upload in taken:
            add_once(session, upload.media)
            session.flush()
            item = append_item(desk, session, kind=upload.kind, media_name=upload.media.name, label=label)
            item.seconds = upload.seconds or item.seconds
    if complaints or not taken:
        return show_page(desk, complaints or [desk.words["loop"]["no_file"]])
    return lead_back("loop_filled")


@router.post(f"{LOOP}/{{item_id}}/upright")
def post_upright(desk: DeskDep, item_id: str) -> Response:
    """Have upright screens show this file, or what others show where none was chosen; or say what is wrong."""
    with desk.hub.database.read() as session:
        kind = find_own_item(desk, session, item_id).kind  # of another's item nothing is decoded
    upload, complaint = _take_sibling(desk, kind)
    with desk.hub.database.write() as session:
        item = find_own_item(desk, session, item_id)
        if complaint:
            typed, complaints = type_item(item, desk.store.time_zone), {"upright": complaint}
            return show_form(desk, session, item, typed, complaints)
        if upload:
            add_once(session, upload.media)
            session.flush()
        item.media_portrait_name = upload.media.name if upload else None
    return RedirectResponse(f"{LOOP}/{item_id}?said=saved", 303)


def _take_files(desk: Desk) -> tuple[list[tuple[str, Upload]], list[str]]:
    """The files as they now lie in the media folder, with what they were called; and what is wrong with others."""
    taken: list[tuple[str, Upload]] = []
    complaints: list[str] = []
    for file in get_files(desk.form, "files"):
        label = clean_text(PurePath(file.filename or "").stem)[:_LONGEST_LABEL]
        try:
            taken.append((label, take_upload(file.file, desk.hub.settings.media)))
        except UploadRefused as refused:
            complaints.append(f"{label}: {desk.words['complaints'][refused.phrase]}")
    return taken, complaints


def _take_sibling(desk: Desk, kind: str) -> tuple[Upload | None, str]:
    """The file for upright screens, which must be of the same kind; and what is wrong with it."""
    file, phrases = get_file(desk.form, "upright"), desk.words["complaints"]
    if file is None:
        return None, ""
    try:
        upload = take_upload(file.file, desk.hub.settings.media, "portrait")
    except UploadRefused as refused:
        return None, phrases[refused.phrase]
    return (upload, "") if upload.kind == kind else (None, phrases["other_kind"])
