"""What the messaging apps share: secrets, people, order, duplicates, and replies cut to measure."""
