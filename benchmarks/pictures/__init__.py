"""What is easier seen than read, as SVG for docs/benchmarks.md."""
