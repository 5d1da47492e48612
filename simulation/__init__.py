"""A discrete-event simulation of the app on Azure: where it stops growing, and on what.

``python -m simulation`` runs the experiments and writes their figures into ``docs/scale.md`` and
``docs/scale/``; ``python -m simulation calibrate`` measures on the local stack what it takes from there.
"""
