"""Reproducible measurements: documents a second, each as a ratio against a peer in the same run."""
