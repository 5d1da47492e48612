"""The version of the deterministic engine: a change of it means that stored results may differ from new
ones."""

ENGINE_VERSION = "1.17"
