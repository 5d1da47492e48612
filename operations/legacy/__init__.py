"""Taking over what the old service stored; ``docs/migration.md`` says which shapes are assumed of it."""
