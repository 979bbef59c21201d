#!/usr/bin/env python3
"""Run the benchmark and its peers on the same lines and core, in turn, and print ratios. Usage, from Tests/Benchmarks:

    pip install msgspec
    python3 compare.py [records] [rounds]

Every round runs the two programs one after the other on one core; a ratio is the median of the rounds' ratios, so that a machine that is busy with
something else disturbs both alike. With valgrind installed, instructions a record are counted as well, on 2,000 lines.
"""
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
records = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
pinned = ["taskset", "-c", "0"] if shutil.which("taskset") else []


def rows(command):
    out = subprocess.run(pinned + command, check=True, capture_output=True, text=True).stdout
    return {cells[0]: (int(cells[1]), int(cells[2])) for cells in (line.split("\t") for line in out.splitlines()) if len(cells) >= 3}


def instructions(program, lines, row, count):
    """Instructions a record: those of a run over all lines less those of a run over half of them, five times each."""
    def total(path):
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, path, row]
        err = subprocess.run(command, check=True, capture_output=True, text=True).stderr
        return int(re.search(r"Collected : (\d+)", err).group(1))

    return (total(lines[0]) - total(lines[1])) / (5 * (count - count // 2))


def main():
    subprocess.run(["swift", "build", "-c", "release"], cwd=here, check=True, stdout=subprocess.DEVNULL)
    program = str(here / ".build" / "release" / "Benchmark")
    with tempfile.TemporaryDirectory() as folder:
        load = f"{folder}/time-entries.ndjson"
        with open(load, "w") as file:
            subprocess.run([sys.executable, here / "load.py", str(records)], check=True, stdout=file)
        runs = []
        for _ in range(rounds):
            runs.append(rows([program, load]) | rows([sys.executable, str(here / "peers.py"), load]))
        print(f"{'':24} {'records/s':>12} {'MB/s':>6}   median of {rounds} rounds, {records:,} time entries, one core")
        for name in runs[0]:
            print(f"{name:24} {statistics.median(run[name][0] for run in runs):12,.0f} {statistics.median(run[name][1] for run in runs):6.0f}")
        print()
        for ours, theirs in [
            ("concord-decode", "msgspec-equal-decode"),
            ("concord-both", "msgspec-equal-both"),
            ("concord-decode", "foundation-decode"),
            ("concord-both", "foundation-both"),
            ("host-decode", "msgspec-lean-decode"),
            ("host-both", "msgspec-lean-both"),
            ("concord-decode", "msgspec-lean-decode"),
            ("concord-both", "msgspec-lean-both"),
            ("concord-map", "foundation-map"),
            ("concord-map", "payload-codec"),
            ("concord-map", "canonical-codec"),
            ("concord-map-overlay", "concord-map"),
            ("ownership-decide", "ownership-encode"),
            ("ownership-decide-some", "ownership-encode"),
            ("ownership-decide-all", "ownership-encode"),
            ("ownership-event", "ownership-encode"),
        ]:
            ratio = statistics.median(run[ours][0] / run[theirs][0] for run in runs)
            print(f"{ours} : {theirs:24} {ratio:6.2f}")
        if shutil.which("valgrind"):
            print()
            few = [f"{folder}/2000.ndjson", f"{folder}/1000.ndjson"]
            lines = open(load).read().splitlines(keepends=True)
            for path, count in zip(few, (2_000, 1_000)):
                open(path, "w").writelines(lines[:count])
            ownership = ("ownership-encode", "ownership-decide", "ownership-decide-some", "ownership-decide-all", "ownership-event")
            for row in ("concord-decode", "concord-both") + ownership:
                print(f"{row:24} {instructions(program, few, row, 2_000):12,.0f} instructions a record")


main()
