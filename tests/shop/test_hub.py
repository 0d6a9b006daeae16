from pathlib import Path

import requests

from kiosk.shop.hub import start_hub


def test_the_hub_answers_for_the_shop_that_it_seeded(tmp_path: Path) -> None:
    hub = start_hub(tmp_path)
    answer = requests.get(
        f"{hub.url}/v1/catalogue",
        params={"store": hub.shop.store, "screen": hub.shop.screen},
        headers={"Authorization": f"Bearer {Path(hub.shop.token_file).read_text().strip()}"},
        timeout=5,
    )
    assert answer.json()["offers"]
    hub.program.stop()
    assert hub.shop.members[0].beacon
    assert Path(hub.shop.store_key_file).is_file()
