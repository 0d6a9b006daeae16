"""Says what is inside a package and by which licences, to programs (CycloneDX) and to people."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path
from zipfile import ZipFile

from builder.lock import normalise


@dataclass(frozen=True)
class Component:
    """A Python package; `licence` is an SPDX expression or what it says instead, `sha256` that of the fetched file."""

    name: str
    version: str
    licence: str
    sha256: str


def describe_wheel(wheel: Path, locked: Mapping[str, str]) -> Component:
    """What a wheel says of itself, and the hash of what it came from. Source of the format: Python's core metadata."""
    with ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        told = HeaderParser().parsestr(archive.read(name).decode())
    package = normalise(told["Name"])
    return Component(package, told["Version"], _tell_licence(told), locked[package])


def _tell_licence(told: Message) -> str:
    classified = [one.rpartition(" :: ")[2] for one in told.get_all("Classifier", []) if one.startswith("License")]
    written = str(told["License"] or "").strip()
    return told["License-Expression"] or (written if written and "\n" not in written else " or ".join(classified))


def write_sbom(package: str, version: str, components: list[Component]) -> str:
    """A bill of materials, CycloneDX 1.6 as JSON; it names no time and no serial, so that a rebuild says the same."""
    return (
        json.dumps(
            {
                "bomFormat": "CycloneDX",
                "specVersion": "1.6",
                "version": 1,
                "metadata": {"component": {"type": "application", "name": package, "version": version}},
                "components": [_write_component(one) for one in components],
            },
            indent=1,
        )
        + "\n"
    )


def _write_component(component: Component) -> dict[str, object]:
    return {
        "type": "library",
        "name": component.name,
        "version": component.version,
        "purl": f"pkg:pypi/{component.name}@{component.version}",
        "hashes": [{"alg": "SHA-256", "content": component.sha256}],
        "licenses": [{"license": {"name": component.licence}}],
    }


def write_licences(components: list[Component]) -> str:
    """The list for people, a line each; the texts lie in each package's own folder, under its `.dist-info`."""
    return "".join(f"{one.name} {one.version}: {one.licence}\n" for one in components)
