"""What was measured on the local stack, as a file beside the code."""

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "calibration.json"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Seconds are of wall time unless they say CPU, and CPU seconds are the Functions host's."""

    measured: str
    """Day and machine."""
    submit_seconds: float
    """Median of one POST /analyze, nothing else going on."""
    submit_cpu_seconds: float
    read_seconds: float
    """Median of one GET of an analysis."""
    read_cpu_seconds: float
    run_cpu_seconds: float
    """Of one run of the queue function: matching, prompt, reading of the answer, the store's client."""
    run_other_seconds: float
    """What a run takes beyond CPU and the model's answer."""
    submit_ru: float
    """Look-up, CV, job and analysis, of a user who had none of them."""
    run_start_ru: float
    """Reading the documents and taking the analysis."""
    run_end_ru: float
    """Reading them again, and the output binding."""
    read_ru: float
    list_ru: float
    cv_bytes: int
    job_bytes: int
    analysis_bytes: int
    throughput_per_second: float
    """Completed analyses of the operating point that the simulation is compared at."""
    median_end_to_end_seconds: float


def load() -> Calibration:
    return Calibration(**json.loads(FILE.read_text(encoding="utf-8")))


def save(calibration: Calibration) -> None:
    FILE.write_text(json.dumps(dataclasses.asdict(calibration), indent=2) + "\n", encoding="utf-8")
