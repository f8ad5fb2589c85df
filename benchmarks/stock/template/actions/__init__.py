"""Actions of the stock project."""
