"""The app's version, as in pyproject.toml (a test compares them)."""

VERSION = "1.0.0"
