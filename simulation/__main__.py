"""``python -m simulation`` simulates and rewrites the document's figures; ``calibrate`` measures first."""

import argparse

from simulation import calibration


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m simulation", description=__doc__)
    parser.add_argument("command", nargs="?", choices=["calibrate"], help="default: simulate")
    if parser.parse_args().command == "calibrate":
        from simulation.calibrate import calibrate

        calibration.save(calibrate())
        print(f"{calibration.FILE} is written; run the simulation to see what it changes.")
        return
    from simulation.report import write

    write()


if __name__ == "__main__":
    main()
