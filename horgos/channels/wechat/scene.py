"""The written form a QR code asks for by its scene: ``kiosk_zh``, ``kiosk_kk-Arab``, ``ru``."""

from __future__ import annotations

from horgos.language.forms import Forms, WrittenForm


def form_of_scene(scene: str, forms: Forms) -> WrittenForm | None:
    """The form of the language or form at a scene's end; None when it names none."""
    wanted = scene.rpartition("_")[2]
    if wanted in forms:
        return forms[wanted]
    return forms.main(wanted) if wanted in forms.languages else None
