"""Import and indexing of ``function_app.py`` against the two libraries that no such app can do without.

Each in a fresh process that times itself, so that the start of Python is in neither; in turn, so that a busy
moment of the machine meets both.
"""

import statistics
import subprocess
import sys

from devstack.stack import ROOT
from tests.bench.table import Row

RUNS = 9

_TIMED = """
import time
started = time.perf_counter()
{body}
print(time.perf_counter() - started)
"""
BASELINE = _TIMED.format(body="import azure.functions, pydantic")
APP = _TIMED.format(body="from function_app import app\napp.get_functions()")
"""get_functions is what the worker calls to index an app."""
_SOURCE = "source = open('function_app.py').read()"
_PAGELESS = "source = __import__('re').sub(r'@app.route\\([^@]*pages\\.page\\)|, pages', '', source)"
_RUN = "module = {}\nexec(compile(source, 'function_app.py', 'exec'), module)\nmodule['app'].get_functions()"
COMPILED = _TIMED.format(body="\n".join((_SOURCE, _RUN)))
WITHOUT_PAGE = _TIMED.format(body="\n".join((_SOURCE, _PAGELESS, "assert 'pages' not in source", _RUN)))
"""The same app without the routes and the module of the web page; both compiled in the run."""


def measure() -> list[Row]:
    times: dict[str, list[float]] = {code: [] for code in (BASELINE, APP, COMPILED, WITHOUT_PAGE)}
    for code in times:
        _seconds(code)  # writes the byte code, reads the files from the disk
    for _ in range(RUNS):
        for code, taken in times.items():
            taken.append(_seconds(code))
    median = {code: statistics.median(taken) for code, taken in times.items()}
    return [
        Row(
            f"import + index function_app (median of {RUNS})",
            median[APP],
            "import azure.functions, pydantic",
            median[BASELINE],
        ),
        Row(
            f"the same, compiled anew (median of {RUNS})",
            median[COMPILED],
            "without the web page",
            median[WITHOUT_PAGE],
        ),
    ]


def _seconds(code: str) -> float:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])
