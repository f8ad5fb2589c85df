"""WeChat Official Account: XML over HTTP, five seconds, and no buttons."""
