"""Commands for the people who operate the app: ``python -m operations <command>``. Never deployed.

They reach local stores and Azure by the same settings as the app; see ``operations/connections.py``.
"""

import sys
from importlib.util import find_spec

if sys.version_info < (3, 13) or None in map(find_spec, ("aiohttp", "azure", "pydantic")):
    sys.exit(
        "These commands need Python 3.13 and the packages of requirements.txt: python3.13 -m venv .venv && "
        ".venv/bin/pip install -r requirements.txt, then .venv/bin/python -m operations ..."
    )
