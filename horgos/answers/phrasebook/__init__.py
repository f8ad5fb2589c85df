"""Everything the guide can say, one page a written form, for people who proofread it.

``pages`` is the whole way; the modules beside it are its parts. A sentence on a page comes from
the code that answers visitors, so that what is read is what is said.
"""

from horgos.answers.phrasebook.pages import pages

__all__ = ["pages"]
