import pytest

from kiosk.errors import FileRefused
from kiosk.theming.bundle import Bundle
from kiosk.theming.finding import Finding
from kiosk.theming.layers import MOST_LAYERS, Layers, stack_layers


def make_bundle(name: str, manifest: str, **files: str) -> Bundle:
    contents = {"theme.toml": manifest, **{f"{key}.txt": text for key, text in files.items()}}
    return Bundle(name, {key: text.encode() for key, text in contents.items()})


def stack(*bundles: Bundle) -> tuple[Layers, list[Finding]]:
    """The first bundle over those that it extends, which the others are to be found among."""
    others = {bundle.name: bundle for bundle in bundles}
    findings: list[Finding] = []

    def find(name: str) -> Bundle:
        if name not in others:
            message = f"{name}: no such theme"
            raise FileRefused(message)
        return others[name]

    return stack_layers(bundles[0], find, findings), findings


def test_the_upper_one_says_what_differs_and_nothing_of_itself_is_inherited() -> None:
    base = make_bundle("base", 'id = "base"\ntitle = "Base"\n[type]\nprice = 1\nlead = 2', a="below", b="below")
    layers, findings = stack(make_bundle("dusk", 'id = "dusk"\nextends = "base"\n[type]\nprice = 9', a="above"), base)
    assert layers.manifest == {"id": "dusk", "extends": "base", "type": {"price": 9, "lead": 2}}
    assert (layers.files["a.txt"], layers.files["b.txt"]) == (b"above", b"below")
    assert findings == []


def test_files_of_keys_are_laid_over_each_other_key_by_key() -> None:
    base = make_bundle("base", "", words='a = "below"\nb = "below"')
    layers, _ = stack(make_bundle("dusk", 'extends = "base"', words='a = "above"'), base)
    assert layers.read("words.txt", []) == {"a": "above", "b": "below"}
    assert layers.read("none.txt", []) == {}


@pytest.mark.parametrize(
    ("manifests", "why"),
    [
        ({"dusk": 'extends = "dusk"'}, "leads back to itself"),
        ({"dusk": 'extends = "dawn"', "dawn": 'extends = "dusk"'}, "leads back to itself"),
        ({"dusk": 'extends = "nowhere"'}, "nowhere: no such theme"),
        (
            {"dusk": 'extends = "t0"', **{f"t{one}": f'extends = "t{one + 1}"' for one in range(9)}},
            f"more than {MOST_LAYERS} themes on top of each other",
        ),
    ],
)
def test_a_ring_a_tower_and_a_gap_are_named(manifests: dict[str, str], why: str) -> None:
    _, findings = stack(*(make_bundle(name, manifest) for name, manifest in manifests.items()))
    assert findings == [Finding("theme.toml: extends", why)]


def test_a_bundle_without_a_manifest_says_so() -> None:
    _, findings = stack(Bundle("dusk", {}))
    assert findings == [Finding("theme.toml", "is missing")]
