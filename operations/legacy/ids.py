"""Ids of what is imported: from the old ids, so that the same import again meets the same documents.

CVs and jobs have the ids that ``shared/ids.py`` gives to their content. An imported analysis must not have
the id of the app's own analysis of that pair: that one would be taken for done, and nobody could run it.
"""

import uuid

ENGINE = "legacy"
"""Engine version of an imported analysis. Its correlation id is this, a hyphen and the old id."""

_NAMESPACE = uuid.UUID("c1f4a5de-2f55-5b8e-9d0a-6d1f0b7f3a94")


def imported_analysis_id(user_id: str, old_id: str) -> str:
    return _named("analysis", user_id, old_id)


def lost_source_id(kind: str, user_id: str, old_id: str) -> str:
    """For an analysis to name a CV or job that was not there to be imported, as if it had been deleted."""
    return _named(kind, user_id, old_id)


def _named(prefix: str, user_id: str, old_id: str) -> str:
    return f"{prefix}-{uuid.uuid5(_NAMESPACE, '\n'.join((prefix, user_id, old_id)))}"
