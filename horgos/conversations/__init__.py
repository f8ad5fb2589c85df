"""What visitors said: where it is kept, and how it is deleted."""
