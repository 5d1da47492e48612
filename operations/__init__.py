"""Commands for the people who operate the app: ``python -m operations <command>``. Never deployed.

They reach local stores and Azure by the same settings as the app; see ``operations/connections.py``.
"""
