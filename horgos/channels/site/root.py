"""Routes that start at the root, where Rasa has a page of its own."""

from __future__ import annotations

from typing import Any

from sanic import Blueprint, Sanic


class RootBlueprint(Blueprint):
    """Takes the place of Rasa's "Hello from Rasa" at ``/``.

    Sanic refuses two handlers of one address, and Rasa registers its own before any channel.
    """

    def register(self, app: Sanic, options: dict[str, Any]) -> None:
        """Register the routes, without Rasa's."""
        for parts, group in list(app.router.static_routes.items()):
            if any(route.path == "" for route in group.routes):
                del app.router.static_routes[parts]
        super().register(app, options)  # type: ignore[no-untyped-call]
