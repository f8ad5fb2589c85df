"""Languages and scripts: which one a message is in, which one to answer in, and how to write it."""
