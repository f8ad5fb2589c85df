"""Headers: what a browser may do with our pages, and how long it may keep a file."""

from __future__ import annotations

from collections.abc import Mapping

_OFF = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture",
    "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer",
    "microphone", "midi", "payment", "publickey-credentials-get", "serial", "usb",
    "xr-spatial-tracking",
)  # fmt: skip
NOBODY = "'none'"
"""For ``frame-ancestors``: the page is shown in no other."""
KEPT_FOREVER = "public, max-age=31536000, immutable"
"""For files whose name changes with their content."""
ASKED_AGAIN = "no-cache"
"""For everything else: kept, but asked about at every use."""

FOR_ANY_SITE: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""For what a page of another origin loads when the widget stands on it."""
FOR_OUR_PAGES: Mapping[str, str] = {"Cross-Origin-Resource-Policy": "same-origin"}
"""For the rest."""


def strict(frame_ancestors: str = NOBODY) -> dict[str, str]:
    """Security headers of every response.

    Args:
        frame_ancestors: Sources of the directive, such as ``'self' https://zone.example``.
    """
    return {
        "Content-Security-Policy": "; ".join(
            (
                "default-src 'self'",
                "base-uri 'none'",
                "form-action 'self'",
                f"frame-ancestors {frame_ancestors}",
                "object-src 'none'",
            )
        ),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _OFF),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def ancestors(origins: tuple[str, ...]) -> str:
    """Sources of ``frame-ancestors`` for a page that our own and these origins may frame."""
    return " ".join(("'self'", *origins))
