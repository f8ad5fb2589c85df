"""Measurements of the guide beside their baselines: ``make bench``, docs/benchmarks.md."""
