import csv
import re

import pytest

from tests.hub.console.clerk import Clerk

JOURNEYS = "/console/reports/journeys"


def test_a_manager_reads_what_the_last_month_brought_and_by_which_rule(mara: Clerk) -> None:
    page = mara.open(JOURNEYS).text

    for part in (
        '<option value="2026-10-01" selected>',
        "Jeder Kauf gehört zum ersten Kontakt in den 30 Tagen davor",
        "November 2026 folgt am 9. ",
        "Herbstmail",
        "Bildschirm window-1",
        "Kein bekannter Kontakt",
        "Pilzleuchte",
        "Mehr Käufe",
        'class="flow slim"',
        'class="flow broad"',
    ):
        assert part in page


def test_she_chooses_the_month_and_none_that_was_not_told(mara: Clerk) -> None:
    september, nothing = (mara.open(f"{JOURNEYS}?month={month}").text for month in ("2026-09-01", "2026-11-01"))

    assert '<option value="2026-09-01" selected>' in september
    assert '<option value="2026-10-01" selected>' in nothing
    assert mara.open(f"{JOURNEYS}?month=x").status_code == 400


def test_she_takes_it_along_as_a_table_whose_rows_sum_to_what_was_sold(mara: Clerk) -> None:
    answer = mara.open(f"{JOURNEYS}/csv?month=2026-10-01")
    rows = list(csv.DictReader(answer.text.splitlines()))
    purchases = [int(row["value"]) for row in rows if row["measure"] == "purchases"]

    assert answer.headers["Content-Disposition"] == 'attachment; filename="berlin-mitte-journeys-2026-10.csv"'
    assert purchases[0] == sum(purchases[1:])
    assert {row["table"] for row in rows} == {"sums", "journeys", "origins", "effects"}
    people = next(int(row["value"]) for row in rows if row["measure"] == "people")
    assert re.search(rf"<dt>Mitglieder</dt><dd>{people}</dd>", mara.open(JOURNEYS).text)


def test_a_store_without_a_month_reads_when_the_first_is_told(otto: Clerk) -> None:
    page = otto.open(JOURNEYS)

    assert "Noch steht hier kein Monat." in page.text
    assert "Herbstmail" not in page.text
    assert otto.open(f"{JOURNEYS}/csv").status_code == 404


@pytest.mark.parametrize("path", ["", "/csv"])
def test_staff_has_none(sam: Clerk, path: str) -> None:
    assert sam.open(JOURNEYS + path).status_code == 403
