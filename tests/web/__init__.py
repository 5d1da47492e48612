"""The page in a real Chromium against the whole app. Chromium: CHROMIUM, or one of the usual names on PATH."""
