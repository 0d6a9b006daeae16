"""Every route that the application has, whoever added it."""

from collections.abc import Iterable, Iterator

from fastapi import FastAPI
from starlette.routing import BaseRoute, Mount, Route


def list_routes(app: FastAPI) -> set[str]:
    """Each route as `METHOD /path/{pattern}`; a folder of files as `MOUNT /path`."""
    return set(_walk(app.routes))


def _walk(routes: Iterable[BaseRoute]) -> Iterator[str]:
    for route in routes:
        if isinstance(route, Mount):
            yield f"MOUNT {route.path}"
        elif isinstance(route, Route):
            yield from (f"{method} {route.path}" for method in route.methods or ())
        else:  # FastAPI wraps each router that was included
            yield from _walk(route.original_router.routes)  # type: ignore[attr-defined] # it has no public name
