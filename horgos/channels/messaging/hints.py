"""The written form that a QR code's scene suggests."""

from __future__ import annotations

from horgos.language.forms import Forms, WrittenForm


def form_of_scene(scene: str, forms: Forms) -> WrittenForm | None:
    """The form at the end of a QR code's scene: ``kiosk_zh``, ``desk_kk-Arab``, ``ru``."""
    wanted = scene.rpartition("_")[2].lower()
    for form in forms:
        if form.code.lower() == wanted:
            return form
    return forms.main(wanted) if wanted in forms.languages else None
