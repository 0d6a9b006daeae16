import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from builder.sbom import Component, describe_wheel, write_licences, write_sbom


def make_wheel(folder: Path, *fields: str) -> Path:
    wheel = folder / "some_thing-1.2-py3-none-any.whl"
    with ZipFile(wheel, "w") as archive:
        archive.writestr("some_thing-1.2.dist-info/METADATA", "\n".join(["Name: Some_Thing", "Version: 1.2", *fields]))
    return wheel


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        (["License-Expression: MIT OR Apache-2.0"], "MIT OR Apache-2.0"),
        (["License: ISC"], "ISC"),
        (["Classifier: License :: OSI Approved :: BSD License"], "BSD License"),
        (["License: a whole", " text", "Classifier: License :: OSI Approved :: MIT License"], "MIT License"),
    ],
)
def test_a_wheels_licence_is_read_wherever_it_stands(tmp_path: Path, fields: list[str], licence: str) -> None:
    told = describe_wheel(make_wheel(tmp_path, *fields), {"some-thing": "ab"})

    assert told == Component("some-thing", "1.2", licence, "ab")


def test_the_bill_of_materials_names_each_component_and_no_time() -> None:
    told = json.loads(write_sbom("vitrine-hub", "1.0", [Component("segno", "1.6", "BSD", "ab")]))

    assert told["bomFormat"] == "CycloneDX"
    assert told["components"][0]["purl"] == "pkg:pypi/segno@1.6"
    assert told["components"][0]["hashes"] == [{"alg": "SHA-256", "content": "ab"}]
    assert "timestamp" not in told["metadata"]


def test_the_list_of_licences_has_a_line_for_each() -> None:
    assert write_licences([Component("segno", "1.6", "BSD", "ab")]) == "segno 1.6: BSD\n"
