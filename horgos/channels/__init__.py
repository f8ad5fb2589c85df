"""The doors of the guide: the gate every message passes, and the connectors."""
