"""Pictures and videos that mean harm or are broken, made as they are needed: nothing hostile lies in the tree."""

from tests.doubles.pictures import FRAME_BOMB, draw_picture, make_avif_bomb, make_bomb
from tests.doubles.videos import GREEN, VIOLET, make_box, make_element

PHOTO = (640, 480)
KINDS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF"}
LANES = (b"moov", b"trak", b"mdia", b"minf", b"dinf", b"dref")
"""Where an MP4 names the file that its pictures are in: ISO/IEC 14496-12, 8.7.2."""

_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 16 9">'
_MARK, _RATE = make_box(b"ftyp", b"isom"), (1000).to_bytes(4)


def draw(body: bytes) -> bytes:
    """A drawing that holds this."""
    return _SVG + body + b"</svg>"


def list_broken() -> dict[str, bytes]:
    """Of each kind one without its end, and one whose middle is noise."""
    whole = {f"whole.{suffix}": draw_picture(kind, PHOTO) for suffix, kind in KINDS.items()}
    whole |= {GREEN.name: GREEN.read_bytes(), VIOLET.name: VIOLET.read_bytes()}
    cut = {name.replace(".", "-cut."): content[: len(content) * 2 // 3] for name, content in whole.items()}
    return cut | {"no-bytes.jpg": b"", "one-byte.png": b"\x89"}


def list_mislabelled() -> dict[str, bytes]:
    """What is something else than its name says."""
    page = b"<!DOCTYPE html><script>fetch('http://evil.example')</script>"
    names = ("page.jpg", "page.png", "page.webp", "page.avif", "page.svg", "page.mp4", "page.webm")
    others = {
        "program.png": b"\x7fELF" + bytes(4000),
        "script.jpg": b"#!/bin/sh\nrm -rf /\n",
        "postscript.jpg": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) run\n",
        "magick.png": b"push graphic-context\nimage over 0,0 0,0 'ephemeral:/tmp/x'\npop graphic-context\n",
        "animation.png": b"GIF89a" + bytes(60),
        "icon.png": b"\0\0\1\0\1\0" + bytes(60),
        "drawing.png": draw(b"<rect/>"),
        "film.png": GREEN.read_bytes(),
        "picture.mp4": draw_picture("JPEG"),
        "playlist.mp4": b"#EXTM3U\n#EXTINF:9,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n",
        "concat.mp4": b"ffconcat version 1.0\nfile /etc/passwd\n",
        "address.webm": b"http://127.0.0.1:9/film.webm\n",
    }
    return dict.fromkeys(names, page) | others


def list_drawings() -> dict[str, bytes]:
    """Drawings that run, move, reach out, or never end."""
    nested = b"".join(b'<g id="a%d">%b</g>' % (n, b'<use href="#a%d"/>' % (n - 1) * 10) for n in range(1, 30))
    bodies = {
        "script.svg": b"<script>fetch('http://evil.example')</script>",
        "handler.svg": b'<rect onload="alert(1)"/>',
        "far-picture.svg": b'<image href="http://evil.example/a.png"/>',
        "near-picture.svg": b'<image xlink:href="file:///etc/passwd"/>',
        "inner-picture.svg": b'<image href="data:image/png;base64,iVBORw0KGgo="/>',
        "far-style.svg": b'<style>@import url("//evil.example/a.css");</style>',
        "far-fill.svg": b'<rect fill="url(http://evil.example/#g)"/>',
        "hidden-fill.svg": rb"<style>.a { fill: \75rl(//evil.example) }</style>",
        "page.svg": b"<foreignObject><iframe src='http://evil.example'/></foreignObject>",
        "moving.svg": b'<set attributeName="href" to="http://evil.example"/>',
        "many.svg": b'<rect id="a0"/>' + nested,
        "endless.svg": b'<g id="a"><use href="#a"/></g>',
        "deep.svg": b"<g>" * 30_000 + b"</g>" * 30_000,
    }
    entity = b'<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + draw(b"&c;")
    outside = b'<!DOCTYPE svg SYSTEM "http://evil.example/a.dtd">' + draw(b"<rect/>")
    return {name: draw(body) for name, body in bodies.items()} | {"entity.svg": entity, "outside.svg": outside}


def list_vast() -> dict[str, bytes]:
    """What is small, and would take all memory, or all time."""
    endless = make_box(b"mvhd", bytes(12) + _RATE + b"\xff" * 4 + bytes(12))
    hours = make_box(b"mvhd", bytes(12) + _RATE + (36_000_000).to_bytes(4) + bytes(12))
    far = (1).to_bytes(4) + b"moov" + (1 << 62).to_bytes(8)
    deep = b""
    for _ in range(2000):
        deep = make_box(b"moov", deep)
    return {
        "bomb.png": make_bomb(20_000, 20_000),
        "thread.png": make_bomb(60_000, 1),
        "bomb.avif": make_avif_bomb(60_000, 60_000),
        "frame.avif": FRAME_BOMB.read_bytes(),
        "endless.mp4": _MARK + make_box(b"moov", endless) + make_box(b"mdat"),
        "hours.mp4": _MARK + make_box(b"moov", hours) + make_box(b"mdat"),
        "far.mp4": _MARK + far,
        "deep.mp4": _MARK + deep,
        "nothing.mp4": _MARK + bytes(100_000),
        "endless.webm": make_element(0x1A45DFA3) + b"\x18\x53\x80\x67" + b"\x01" + b"\xff" * 7 + bytes(1000),
        "stream.webm": make_element(0x1A45DFA3) + make_element(0x18538067),
    }


def refer_elsewhere(url: str) -> bytes:
    """A whole film that says its pictures lie at this address, and none of them in itself."""
    content = GREEN.read_bytes()
    before, mark, after = content.partition(b"\0\0\0\x0curl \0\0\0\1")
    assert mark
    entry = make_box(b"url ", bytes(4) + url.encode() + b"\0")
    grown = bytearray(before + entry + after)
    for lane in LANES:
        at = before.rindex(lane) - 4
        size = int.from_bytes(grown[at : at + 4]) + len(entry) - len(mark)
        grown[at : at + 4] = size.to_bytes(4)
    return bytes(grown)
