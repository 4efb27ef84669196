#!/bin/sh
# All figures of RESULTS.md.
cd "$(dirname "$0")/.." && exec python -m benchmarks "$@"
