#!/usr/bin/env python3
"""Maps one file with Spark, in partitions, and with one process, and compares the bytes.

    python3 -m venv spark && spark/bin/pip install pyspark        # Java 17 must be there
    swift build -c release --traits CommandLine
    spark/bin/python Tests/Spark/spark.py --concord .build/release/concord opportunities.ndjson 2 7

The file has an object on each line. Spark cuts it into partitions at lines' ends, and `RDD.pipe` gives each to a
`concord map` of its own, which reads standard input and writes a record a line. A mapping knows nothing of other
lines, so the partitions' outputs, one behind the other, are the output of one process; --at is given because each
process would otherwise put down its own time.

Refused objects go to standard error, which Spark does not collect: where some are to be expected, let each task write
them to a file, as --rejects says. Here a refusal ends the job, since `pipe` with checkCode takes any status but 0 for a
failure.

Prints, for each number of partitions, how many there were, the records, the seconds, and whether the bytes are equal.
Status 1 if they are not, 3 if there is no PySpark.
"""

import argparse
import hashlib
import os
import shlex
import subprocess
import sys
import time

try:
    from pyspark import SparkConf, SparkContext
except ImportError:
    sys.exit(3)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--concord", default=".build/release/concord")
    parser.add_argument("--system", default="salesforce:emea")
    parser.add_argument("--object", default="Opportunity")
    parser.add_argument("--at", default="2026-11-21T09:00:00Z")
    parser.add_argument("file")
    parser.add_argument("partitions", type=int, nargs="+")
    choice = parser.parse_args()
    command = [os.path.abspath(choice.concord), "map", "--system", choice.system, "--object", choice.object]
    command += ["--at", choice.at, "-"]

    begun = time.monotonic()
    with open(choice.file, "rb") as file:
        whole = subprocess.run(command, stdin=file, stdout=subprocess.PIPE, check=True).stdout
    count = whole.count(b"\n")
    print(f"one process: {count} records, {time.monotonic() - begun:.1f} s")

    conf = SparkConf().setMaster("local[2]").setAppName("concord").set("spark.ui.enabled", "false")
    conf.set("spark.ui.showConsoleProgress", "false").set("spark.driver.memory", "2g")
    # Else a local file has at least a partition for each 32 MiB.
    conf.set("spark.hadoop.fs.local.block.size", str(1 << 40))
    context = SparkContext(conf=conf)
    context.setLogLevel("ERROR")
    equal = True
    for partitions in choice.partitions:
        begun = time.monotonic()
        lines = context.textFile("file://" + os.path.abspath(choice.file), minPartitions=partitions)
        records = lines.pipe(shlex.join(command), checkCode=True).collect()
        bytes = "".join(record + "\n" for record in records).encode()
        same = bytes == whole
        equal = equal and same
        print(
            f"{lines.getNumPartitions()} partitions: {len(records)} records, {time.monotonic() - begun:.1f} s, "
            f"{'equal' if same else 'NOT EQUAL'}, SHA-256 {hashlib.sha256(bytes).hexdigest()[:16]}"
        )
    context.stop()
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
