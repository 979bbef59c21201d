#!/usr/bin/env python3
"""Write N time entries of the schema time-entry/2 as NDJSON to standard output. Usage: load.py 200000 > time-entries.ndjson

Each entry says what a firm's systems say of an hour of work: who, when, on what, how long, at which rates, in which words, approved by whom, and
what it is called in two other systems.
"""
import json
import random
import sys
import uuid

random.seed(11)
WORK = ["consulting", "travel", "training", "support"]
STATES = ["draft", "submitted", "approved", "rejected"]
BILLING = ["unbilled", "onHold", "readyToBill", "billed"]
CURRENCIES = ["USD", "EUR", "GBP", "AUD"]


def money(low, high, currency):
    return {"amount": f"{random.randrange(low, high) / 100:.2f}", "currency": currency}


for number in range(int(sys.argv[1])):
    quarters = random.randrange(1, 48)
    entry = {
        "schema": "time-entry/2",
        "id": str(uuid.UUID(int=random.getrandbits(128))),
        "header": {
            "recordVersion": random.randrange(1, 9),
            "asOf": "2026-03-04T18:00:00.123Z",
            "source": "certinia:emea",
            "ingestedAt": "2026-03-04T18:00:02Z",
            "externalReferences": [
                {"system": "certinia:emea", "objectType": "pse__Timecard__c", "value": f"a0X{random.getrandbits(60):015X}"},
                {"system": "netsuite", "objectType": "timeBill", "value": str(random.randrange(10**6))},
            ],
            "modifiedAt": "2026-03-04T18:00:00.123Z",
        },
        "resource": f"res-{random.randrange(2500):05d}",
        "date": f"2026-{random.randrange(1, 13):02d}-{random.randrange(1, 29):02d}",
        "timeZone": "Europe/Berlin",
        "worked": quarters * 15,
        "project": f"prj-{random.randrange(4000):05d}",
        "task": f"task-{random.randrange(9):02d}",
        "assignment": None,
        "workType": {"code": random.choice(WORK)},
        "customerDescription": 'Workshop with client – data migration "phase 2"'
        if number % 5 == 0
        else "Regular delivery work on the engagement",
        "workedQuantity": {"value": f"{quarters * 0.25:.2f}", "unit": "HUR"},
        "approval": {
            "state": random.choice(STATES),
            "steps": [
                {
                    "level": 1,
                    "actor": f"res-{random.randrange(2500):05d}",
                    "at": "2026-03-04T17:21:09Z",
                    "decision": "approved",
                }
            ],
        },
        "billability": "billable" if random.random() < 0.8 else "nonBillable",
        "billingState": random.choice(BILLING),
        "billRate": {"amount": money(9000, 45000, random.choice(CURRENCIES)), "unit": "HUR"},
        "costRate": {"amount": money(4000, 20000, "USD"), "unit": "HUR"},
        "costState": "unposted",
    }
    sys.stdout.write(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) + "\n")
