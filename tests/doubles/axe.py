"""What axe-core, which knows the Web Content Accessibility Guidelines, finds wrong with a page."""

from importlib.resources import files

from playwright.sync_api import Page

_AXE = files("axe_playwright_python") / "axe.min.js"


def list_violations(page: Page) -> list[str]:
    """Each with where it is."""
    page.evaluate(_AXE.read_text())
    found = page.evaluate("axe.run().then(found => found.violations)")
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]
