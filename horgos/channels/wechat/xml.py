"""WeChat's XML: a flat list of elements, read without entities, written by a library."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

_MOST_ELEMENTS = 64


class NoMessage(Exception):
    """What came is not a message of WeChat."""


def read(body: bytes) -> dict[str, str]:
    """The elements of a message by name; of nested ones (``ScanCodeInfo``) the names alone.

    Raises:
        NoMessage: It is no XML, has a document type or entities, or is not flat and small.
    """
    try:
        root = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as fault:
        raise NoMessage(f"no XML of WeChat: {type(fault).__name__}") from None
    if root.tag != "xml" or len(root) > _MOST_ELEMENTS:
        raise NoMessage("no <xml> with a few elements")
    return {child.tag: child.text or "" for child in root}


def write(elements: Mapping[str, str]) -> str:
    """A message with these elements."""
    root = Element("xml")
    for name, text in elements.items():
        SubElement(root, name).text = text
    return tostring(root, encoding="unicode")
