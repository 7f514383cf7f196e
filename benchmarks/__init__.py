"""Speed of the atlas beside what people would use instead: ``python -m benchmarks``."""
