#!/usr/bin/env python3
"""Time msgspec on the lines of load.py, for compare.py. Needs: pip install msgspec. Usage: peers.py time-entries.ndjson

Two structs: `lean` has only the members that the lines have; `equal` has the fields of Concord's TimeEntry, the optional ones with defaults.
Prints name, records a second and megabytes a second, best of five, with tabs between them.
"""
import datetime
import decimal
import sys
import time
from typing import Optional

import msgspec

Date, Time, Decimal = datetime.date, datetime.datetime, decimal.Decimal


def struct(name, required, optional=()):
    return msgspec.defstruct(name, list(required) + [(field, Optional[kind], None) for field, kind in optional])


def texts(*names):
    return [(name, str) for name in names]


def maybe(kind, *names):
    return [(name, kind) for name in names]


def entry(equal):
    def more(*fields):
        return [field for group in fields for field in group] if equal else []

    money = struct("Money", [("amount", Decimal), ("currency", str)])
    quantity = struct("Quantity", [("value", Decimal), ("unit", str)])
    interval = struct("DateInterval", [], maybe(Date, "from", "through"))
    reference = struct(
        "Reference",
        texts("system", "objectType", "value"),
        more(
            maybe(str, "tenant", "legalEntity", "use", "assigner", "matchMethod", "verifiedBy", "url", "sourceVersion"),
            maybe(interval, "validity"),
            maybe(Decimal, "confidence"),
            maybe(Time, "lastSeenAt"),
        ),
    )
    header = struct(
        "Header",
        [("recordVersion", int), ("asOf", Time), ("source", str), ("ingestedAt", Time), ("externalReferences", list[reference]), ("modifiedAt", Time)],
        more(
            maybe(str, "lifecycle", "createdBy", "modifiedBy", "displayNumber", "payloadDigest", "supersededBy"),
            maybe(Time, "createdAt"),
            maybe(interval, "effective"),
            maybe(dict, "remarks"),
        ),
    )
    coding = struct("Coding", texts("code"), more(maybe(str, "system", "display", "sourceText")))
    step = struct(
        "Step", [("level", int), ("actor", str), ("at", Time), ("decision", str)], more(maybe(str, "onBehalfOf", "reason"))
    )
    approval = struct("Approval", [("state", str), ("steps", list[step])])
    rate = struct(
        "Rate",
        [("amount", money), ("unit", str)],
        more(
            maybe(str, "cardEntry", "overriddenBy"), maybe(int, "cardVersion"), maybe(list[str], "resolutionTrace"), maybe(Time, "at")
        ),
    )
    return struct(
        "Entry",
        texts("schema", "id")
        + [("header", header), ("resource", str), ("date", Date), ("timeZone", str), ("worked", int)]
        + texts("project", "task")
        + [("assignment", Optional[str]), ("workType", coding), ("customerDescription", str), ("workedQuantity", quantity)]
        + [("approval", approval)]
        + texts("billability", "billingState")
        + [("billRate", rate), ("costRate", rate), ("costState", str)],
        more(
            maybe(Time, "start", "end"),
            maybe(int, "breakMinutes"),
            maybe(str, "customer", "timeType", "role", "internalDescription", "contractLine", "invoiceTextOverride"),
            maybe(str, "employingEntity", "performingEntity", "corrects", "reversalOf", "accountingPeriod"),
            maybe(reference, "sheet"),
            maybe(coding, "location", "holdReason", "payrollState", "revenueState"),
            maybe(quantity, "billableQuantity", "costQuantity", "roundedQuantity"),
            maybe(dict, "roundingApplied", "locked"),
            maybe(money, "billAmount", "costAmount", "transferPrice"),
            maybe(list[str], "allocations"),
            maybe(list[dict], "dimensions"),
        ),
    )


def timed(name, lines, size, work):
    best = 9e9
    for _ in range(5):
        start = time.perf_counter()
        for line in lines:
            work(line)
        best = min(best, time.perf_counter() - start)
    print(f"{name}\t{len(lines) / best:.0f}\t{size / best / 1e6:.0f}", flush=True)


def main():
    lines = open(sys.argv[1], "rb").read().splitlines()
    size = sum(map(len, lines))
    encode = msgspec.json.Encoder().encode
    for kind in ("lean", "equal"):
        decode = msgspec.json.Decoder(entry(kind == "equal")).decode
        timed(f"msgspec-{kind}-decode", lines, size, decode)
        timed(f"msgspec-{kind}-both", lines, size, lambda line: encode(decode(line)))


main()
