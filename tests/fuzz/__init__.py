"""Generated requests: what the description allows and forbids, and mutations of valid requests."""
