"""``python -m simulation [calibrate]``."""

import argparse

from simulation import calibration


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m simulation", description=__doc__)
    parser.add_argument("command", nargs="?", choices=["calibrate"])
    if parser.parse_args().command == "calibrate":
        from simulation.calibrate import calibrate

        calibration.save(calibrate())
        print(f"wrote {calibration.FILE}")


if __name__ == "__main__":
    main()
