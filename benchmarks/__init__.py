"""Measurements of the guide beside their baselines: ``make bench``, docs/benchmarks.md."""

import os

# TensorFlow, which spaCy brings in, would talk about graphics cards between the tables.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
