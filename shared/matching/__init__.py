"""CV text and posting text in, match result out. Knows nothing of Azure, HTTP or Cosmos DB."""

from shared.matching.engine import match, read_cv
from shared.matching.profile import Profile
from shared.matching.requirements import Requirements, read_posting
from shared.matching.result import MatchResult
from shared.matching.version import ENGINE_VERSION

__all__ = ["ENGINE_VERSION", "MatchResult", "Profile", "Requirements", "match", "read_cv", "read_posting"]
