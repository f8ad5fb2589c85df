"""The operator's status page, on a port of its own that visitors cannot reach."""
