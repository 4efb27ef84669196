"""Measurements that no test depends on: `python -m benchmarks`; the figures stand in RESULTS.md."""
