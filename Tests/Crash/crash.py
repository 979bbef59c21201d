#!/usr/bin/env python3
"""Kills `concord sync` at random points, again and again, and checks that nothing is lost and nothing counts twice.

    swift build -c release --traits CommandLine,SQLite
    python3 Tests/Crash/crash.py --concord .build/release/concord --kills 500

The input is made up from a seed: accounts and opportunities of Salesforce, customers and jobs of NetSuite, projects of
Certinia; many files, several revisions of each object, some said twice, some said late, some that are refused and that
others wait behind. A crosswalk says which accounts and customers, projects and jobs are one; the others are new to the
other system. The files arrive in stages.

A cycle begins with an empty store and an empty folder. `concord sync` is started, and killed with SIGKILL after a time
that is drawn anew for each run: over the time that a run takes, and every fourth one over its first tenth, where the
store's file is made and opened. It is started again until a run ends by itself. There are two kinds of cycles:

`staged`
    The files of a stage are there before the first run of the stage, and the next stage's come when a run has ended.
    A run that is killed has then sent only what the whole run would have sent, since sending begins when everything was
    taken in. So the result must be that of one process for each stage that nobody killed: the same claims, sent changes
    and approvals in the ledgers, the same documents, vendors' objects, links, cursors, parked messages and open
    exceptions, and the same files with the same bytes.
`arriving`
    Each file may arrive between any two runs. What is sent then depends on how far a run came before the next file was
    there: a plan that was not yet sent is replaced by a later one, and one that was sent is followed by another, with
    another key. So the sent changes may differ in number and key. Everything that systems said must still be the
    same, and the documents that follow. What one process sends that finds all files at once must be what was sent last,
    for each record, system and field. More may have been sent: a value that was right until a later file came, in
    which the system says itself what it should have.

Of exceptions, all is compared but their times, their details and their sentence: they say how things stood when they
were opened, and systems are read beside each other, so that this is not the same in two runs that nobody kills. That a
system does not confirm what it was sent depends on how often it was sent, so of arriving files these exceptions are set
aside. Each stage has a time of its own (--at), which its runs share; of arriving files, each run has.

After both kinds: each key has one file, and each file one sent change in the ledger, with the same values; nothing waits
to be sent, and one more run takes in, plans and sends nothing; every file is whole; SQLite finds nothing wrong with the
store. A draft that a killed process leaves beside the files is counted: it has another ending, and no reader takes it
for a change.

After each kill a copy of the store tells how far it had come. The copy is looked at, and not the store, so that the
next process finds everything as the killed one left it, with the write-ahead log not yet carried over.

The seed decides about the input and the drawn times, and not about where in its work a process is at such a time. If a
check fails, the folder with the store is kept, and its path is printed. The status is then 1.
"""

import argparse
import collections
import hashlib
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

OPTIONS = ["--currency", "EUR", "--time-zone", "Europe/Berlin", "--broken", "accept"]
DEADLINE = 120
CITIES = ["Berlin", "Hamburg", "München", "Köln", "Leipzig", "Passau"]


# Input


def netsuite_time(minutes):
    day = f"2026-{1 + minutes // 40320 % 10:02}-{1 + minutes // 1440 % 28:02}"
    return f"{day}T{minutes // 60 % 24:02}:{minutes % 60:02}:00Z"


def salesforce_time(minutes):
    return netsuite_time(minutes).replace("Z", ".000+0000")


def account(number, revision, minutes, rng):
    place = f"0015g{number:010}AAJ"
    return {
        "attributes": {"type": "Account", "url": f"/services/data/v62.0/sobjects/Account/{place}"},
        "Id": place,
        "IsDeleted": False,
        "Name": f"Werk {number} AG" if rng.random() < 0.7 else f"Werk {number} Holding {revision}",
        "AccountNumber": f"C-{number}",
        "Type": rng.choice(["Customer - Direct", "Prospect"]),
        "Industry": rng.choice(["Transportation", "Energy", None]),
        "OwnerId": f"0055g{rng.randrange(4):010}AAR",
        "CurrencyIsoCode": "EUR",
        "Phone": f"+49 30 5550 {1000 + rng.randrange(9)}",
        "Website": f"https://werk-{number}.example",
        "BillingStreet": f"Hafenweg {revision + 1}",
        "BillingCity": rng.choice(CITIES),
        "BillingPostalCode": f"{10000 + number}",
        "BillingCountry": "Germany",
        "LastModifiedDate": salesforce_time(minutes),
        "SystemModstamp": salesforce_time(minutes),
    }


def opportunity(number, revision, minutes, rng):
    place = f"0065g{number:010}AAE"
    return {
        "attributes": {"type": "Opportunity", "url": f"/services/data/v62.0/sobjects/Opportunity/{place}"},
        "Id": place,
        "IsDeleted": False,
        "AccountId": f"0015g{number % 20:010}AAJ",
        "Name": f"Scheduling {number}",
        "StageName": rng.choice(["Prospecting", "Negotiation/Review"]),
        "Amount": 1000 * (1 + rng.randrange(50)),
        "Probability": 10 * rng.randrange(1, 10),
        "CloseDate": f"2027-{1 + rng.randrange(12):02}-{1 + rng.randrange(28):02}",
        "IsClosed": False,
        "IsWon": False,
        "CurrencyIsoCode": "EUR",
        "LastModifiedDate": salesforce_time(minutes),
        "SystemModstamp": salesforce_time(minutes),
    }


def customer(number, revision, minutes, rng):
    return {
        "id": f"{4000 + number}",
        "entityId": f"C-{number}",
        "isPerson": False,
        "isInactive": False,
        "companyName": f"Werk {number} AG" if rng.random() < 0.7 else f"Werk {number} GmbH",
        "subsidiary": {"id": "2", "refName": "Holding : Deutschland"},
        "currency": {"id": "4", "refName": "Euro"},
        "terms": rng.choice([{"id": "2", "refName": "Net 30"}, {"id": "5", "refName": "Net 60"}]),
        "creditLimit": 1000.00 * rng.randrange(1, 300),
        "email": f"rechnung-{rng.randrange(3)}@werk-{number}.example",
        "lastModifiedDate": netsuite_time(minutes),
    }


def job(number, revision, minutes, rng):
    return {
        "id": f"{6000 + number}",
        "entityId": f"P-{number}",
        "companyName": f"Leitsystem {number}",
        "parent": {"id": f"{4000 + number % 20}", "refName": "C"},
        "entityStatus": {"id": "2", "refName": "In Progress"},
        "startDate": "2026-02-01",
        "projectedEndDate": f"2026-{1 + rng.randrange(12):02}-28",
        "subsidiary": {"id": "2", "refName": "Holding : Deutschland"},
        "currency": {"id": "4", "refName": "EUR"},
        "jobBillingType": {"id": "TM", "refName": "Time and Materials"},
        "percentComplete": rng.randrange(100),
        "isInactive": False,
        "lastModifiedDate": netsuite_time(minutes),
    }


def project(number, revision, minutes, rng):
    place = f"a3r5g{number:010}AAI"
    return {
        "attributes": {"type": "pse__Proj__c", "url": f"/services/data/v62.0/sobjects/pse__Proj__c/{place}"},
        "Id": place,
        "IsDeleted": False,
        "Name": f"Leitsystem {number}" if rng.random() < 0.6 else f"Leitsystem {number}, Phase {revision}",
        "CurrencyIsoCode": "EUR",
        "pse__Project_ID__c": f"PR-{number:06}",
        "pse__Account__c": f"0015g{number % 20:010}AAJ",
        "pse__Stage__c": "In Progress",
        "pse__Is_Billable__c": True,
        "pse__Billing_Type__c": rng.choice(["Time and Materials", "Fixed Price"]),
        "pse__Start_Date__c": "2026-02-01",
        "pse__End_Date__c": f"2027-{1 + rng.randrange(12):02}-15",
        "pse__Percent_Hours_Complete__c": rng.randrange(100),
        "LastModifiedDate": salesforce_time(minutes),
        "SystemModstamp": salesforce_time(minutes),
    }


# A folder, how its objects are made, how many objects there are, and how many of them the crosswalk names.
OBJECTS = [
    ("salesforce:emea", "Account", account, 40, 30),
    ("salesforce:emea", "Opportunity", opportunity, 30, 0),
    ("netsuite", "customer", customer, 36, 30),
    ("netsuite", "job", job, 24, 16),
    ("certinia:emea", "pse__Proj__c", project, 24, 16),
]
RECORDS = {"Account": "cu", "customer": "cu", "job": "pr", "pse__Proj__c": "pr"}
# What the mapping refuses, so that the message waits for a person.
DAMAGE = {
    "Account": ("LastModifiedDate", "yesterday"),
    "Opportunity": ("CloseDate", "soon"),
    "customer": ("creditLimit", "plenty"),
    "job": ("startDate", "soon"),
    "pse__Proj__c": ("pse__Start_Date__c", "soon"),
}


class Feed:
    """What systems say: stages of files, each a path below the folder and bytes; and who is who."""

    def __init__(self, seed, stages, revisions, scale):
        rng = random.Random(seed)
        self.stages = [[] for _ in range(stages)]
        self.crosswalk = []
        self.messages = 0
        for system, name, make, count, known in OBJECTS:
            count, known = max(2, round(count * scale)), round(known * scale)
            for number in range(known):
                value = make(number, 0, 0, random.Random(0)).get("Id") or make(number, 0, 0, random.Random(0)).get("id")
                self.crosswalk.append(
                    {"system": system, "object": name, "value": value, "id": f"{RECORDS[name]}-{number}"}
                )
            for stage in range(stages):
                said = []
                for revision in range(revisions):
                    for number in rng.sample(range(count), count):
                        minutes = (stage * revisions + revision) * 9000 + rng.randrange(9000)
                        if rng.random() < 0.1:
                            minutes = max(0, minutes - 12000)
                        object = make(number, stage * revisions + revision, minutes, rng)
                        if rng.random() < 0.01:
                            field, value = DAMAGE[name]
                            object[field] = value
                        said.append(object)
                        if rng.random() < 0.05:
                            said.append(object)
                self.messages += len(said)
                size = max(8, len(said) // 4)
                for part in range(0, len(said), size):
                    objects = said[part : part + size]
                    if rng.random() < 0.3:
                        ending, text = "json", json.dumps(objects, ensure_ascii=False, indent=2)
                    else:
                        ending = "ndjson"
                        text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects)
                    path = f"{system}/{name}/{stage:02}-{part // size:02}.{ending}"
                    self.stages[stage].append((path, text.encode()))

    @property
    def files(self):
        return [file for stage in self.stages for file in stage]

    def write(self, folder, files):
        for path, bytes in files:
            path = os.path.join(folder, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(bytes)


# What a store and a folder hold in the end


def read(query, store):
    return store.execute(query).fetchall()


def digest(value):
    return hashlib.sha256(value if isinstance(value, bytes) else str(value).encode()).hexdigest()[:16]


SET_ASIDE = ("details", "says", "openedAt", "due")


def told(exception):
    """An exception without what only says how things stood when it was opened."""
    content = json.loads(exception)
    return json.dumps({name: value for name, value in content.items() if name not in SET_ASIDE})


class Result:
    """Everything of a store and of a folder that can be compared, and the laws that hold of one alone."""

    def __init__(self, place):
        self.broken = []
        with sqlite3.connect(f"file:{place}/store.sqlite?mode=ro", uri=True) as store:
            store.text_factory = lambda bytes: bytes.decode(errors="surrogateescape")
            self.read(store)
        self.files = {}
        self.drafts = 0
        for folder, _, names in os.walk(os.path.join(place, "out")):
            for name in names:
                path = os.path.join(folder, name)
                if name.endswith(".json"):
                    with open(path, "rb") as file:
                        self.files[os.path.relpath(path, os.path.join(place, "out"))] = file.read()
                else:
                    self.drafts += 1
        self.check()

    def read(self, store):
        check = read("PRAGMA integrity_check", store)
        self.require(check == [("ok",)], f"SQLite finds the store damaged: {check}")
        self.require(not read("PRAGMA foreign_key_check", store), "the store's rows do not fit together")
        lines = read(
            "SELECT name, id, place, line FROM claim JOIN record ON number = place >> 24 ORDER BY place", store
        )
        orphans = read("SELECT count(*) FROM claim WHERE place >> 24 NOT IN (SELECT number FROM record)", store)
        self.require(orphans == [(0,)], f"{orphans[0][0]} lines are of no record")
        self.said, self.sent = collections.Counter(), []
        ids = collections.Counter()
        for name, id, _, line in lines:
            content = json.loads(line)
            kind = next(kind for kind in ("event", "emission", "approval") if kind in content)
            ids[name, id, kind, content[kind]] += 1
            if kind == "emission":
                self.sent.append((name, id, content, line))
            else:
                self.said[name, id, line] += 1
        twice = [key for key, count in ids.items() if count > 1]
        self.require(not twice, f"in the ledger too often: {twice[:3]}")
        self.documents = sorted(
            (name, id, digest(document), at)
            for name, id, document, at in read(
                "SELECT name, id, document, changedAt FROM document JOIN record ON number = record", store
            )
        )
        self.originals = sorted(
            (*key, digest(bytes)) for *key, bytes in read("SELECT system, object, id, bytes FROM original", store)
        )
        self.links = sorted(read("SELECT * FROM link", store))
        self.cursors = sorted(read("SELECT * FROM cursor", store))
        self.parked = sorted(read("SELECT system, object, id, message, letter FROM letter", store))
        exceptions = read("SELECT hex(id), state, exception FROM exception", store)
        self.open = sorted((id, told(exception)) for id, state, exception in exceptions if state == 0)
        outbox = read("SELECT count(*) FROM outbox", store)[0][0]
        self.require(outbox == 0, f"{outbox} changes wait to be sent")
        backlog = [row for row in read("SELECT * FROM backlog", store) if row[1] != 0]
        self.require(not backlog, f"the store counts changes that wait where none does: {backlog}")

    def check(self):
        keys = collections.Counter()
        sent = {content["emission"]: content for _, _, content, _ in self.sent}
        for path, bytes in self.files.items():
            try:
                content = json.loads(bytes)
            except ValueError:
                self.broken.append(f"{path} is not whole")
                continue
            keys[content["key"]] += 1
            name = os.path.basename(path)[: -len(".json")]
            self.require(name == content["key"], f"{path} has the key {content['key']}")
            emission = sent.get(content["key"])
            if emission:
                cleared = emission["cleared"]
                values = {unit: value for unit, value in content["values"].items() if unit not in cleared}
                self.require(values == emission["values"], f"the ledger has other values than {path}")
        twice = [key for key, count in keys.items() if count > 1]
        self.require(not twice, f"keys with two files: {twice[:3]}")
        self.require(not set(sent) - set(keys), f"sent without a file: {sorted(set(sent) - set(keys))[:3]}")
        self.require(not set(keys) - set(sent), f"a file that nobody sent: {sorted(set(keys) - set(sent))[:3]}")

    def require(self, condition, message):
        if not condition:
            self.broken.append(message)

    def last(self):
        """For each record, system and field, what was sent last."""
        values = {}
        for name, id, content, _ in self.sent:
            for unit, value in content["values"].items():
                values[name, id, content["system"], unit] = json.dumps(value, sort_keys=True)
            for unit in content["cleared"]:
                values[name, id, content["system"], unit] = "cleared"
        return values

    def differences(self, other, staged):
        """What is different from what another result has; nothing, if all is well."""
        found = list(self.broken)
        parts = ["said", "documents", "originals", "links", "cursors", "parked", "open"]
        for part in parts:
            mine, others = getattr(self, part), getattr(other, part)
            if part == "documents" and not staged:
                mine, others = ([one[:3] for one in all] for all in (mine, others))
            if part == "parked" and not staged:
                mine, others = ([one[:4] for one in all] for all in (mine, others))
            if part == "open" and not staged:
                mine, others = ([one for one in all if "unacknowledged" not in one[1]] for all in (mine, others))
            if mine != others:
                missing = [item for item in others if item not in mine][:2]
                surplus = [item for item in mine if item not in others][:2]
                found.append(f"{part}: {len(mine)} for {len(others)}; missing {missing}; surplus {surplus}")
        if staged:
            mine, others = ({content["emission"] for *_, content, _ in one.sent} for one in (self, other))
            if mine != others:
                found.append(f"sent: {len(mine)} keys for {len(others)}; {sorted(mine ^ others)[:3]}")
            if self.files != other.files:
                names = set(self.files) ^ set(other.files)
                bytes = [name for name in self.files if self.files[name] != other.files.get(name)]
                found.append(f"files: {len(names)} names are others, {sorted(names)[:3]}; other bytes in {bytes[:3]}")
        mine = self.last()
        keys = sorted(key for key, value in other.last().items() if mine.get(key) != value)
        if keys:
            some = [(key, mine.get(key), other.last()[key]) for key in keys[:3]]
            found.append(f"sent last: {len(keys)} others, {some}")
        return found


# Running


class Bench:
    """A folder with a store, what is read and what is written, and the command over them."""

    def __init__(self, concord, feed, place):
        self.concord, self.feed, self.place = concord, feed, place
        os.makedirs(f"{place}/in")
        for system, name, *_ in OBJECTS:
            os.makedirs(f"{place}/in/{system}/{name}")
        with open(f"{place}/crosswalk.ndjson", "w") as file:
            for link in feed.crosswalk:
                file.write(json.dumps(link) + "\n")

    def start(self, minute, options):
        """A run that takes place some minutes after the first one."""
        place = self.place
        options = ["--at", f"2026-11-21T{minute // 60:02}:{minute % 60:02}:00Z"] + options
        return subprocess.Popen(
            [self.concord, "sync", "--from", f"{place}/in", "--to", f"{place}/out", "--store", f"{place}/store.sqlite"]
            + ["--crosswalk", f"{place}/crosswalk.ndjson", "--format", "json"]
            + OPTIONS
            + options,
            stdout=open(f"{place}/account.json", "wb"),
            stderr=open(f"{place}/errors.txt", "wb"),
        )

    def finish(self, process):
        """Waits for a run that nobody kills; gives its account."""
        status = process.wait(timeout=DEADLINE)
        with open(f"{self.place}/errors.txt", errors="replace") as file:
            errors = file.read()
        if status not in (0, 1):
            raise Failure(f"a run that was not killed ended with {status}: {errors}", self.place)
        with open(f"{self.place}/account.json") as file:
            return json.load(file)

    def whole(self, stages, options=[]):
        """One process for each stage, which nobody kills."""
        accounts, seconds = [], []
        for minute, stage in enumerate(stages):
            self.feed.write(f"{self.place}/in", stage)
            begun = time.monotonic()
            accounts.append(self.finish(self.start(minute, options)))
            seconds.append(time.monotonic() - begun)
        return accounts, seconds

    def phase(self):
        """How far a killed run had come, from a copy of its store."""
        store = f"{self.place}/store.sqlite"
        if not os.path.exists(store):
            return "before the store was made"
        with tempfile.TemporaryDirectory() as copy:
            for ending in ("", "-wal"):
                if os.path.exists(store + ending):
                    shutil.copy(store + ending, f"{copy}/store.sqlite{ending}")
            connection = sqlite3.connect(f"{copy}/store.sqlite")
            try:
                tables = {name for (name,) in read("SELECT name FROM sqlite_master", connection)}
                if "approval" not in tables:
                    return "while the store was made"
                cursors = dict(read("SELECT * FROM cursor", connection))
                outbox = read("SELECT count(*), sum(attempts > 0) FROM outbox", connection)[0]
            finally:
                connection.close()
        if not self.is_read(cursors):
            return "while messages were taken in" if cursors else "before the first batch was stored"
        if outbox[0] == 0:
            return "after everything was sent"
        return "while changes were being sent" if outbox[1] else "before changes were sent, or between two sendings"

    def is_read(self, cursors):
        for system, name, *_ in OBJECTS:
            names = sorted(os.listdir(f"{self.place}/in/{system}/{name}"))
            if names and f"{name}\t{names[-1]}\t" not in cursors.get(system, ""):
                return False
        return True


class Failure(Exception):
    def __init__(self, message, place):
        super().__init__(message)
        self.place = place


class Cycle:
    """A store from its beginning to its end, with the kills between."""

    def __init__(self, bench, rng, seconds, phases):
        self.bench, self.rng, self.seconds, self.phases = bench, rng, seconds, phases
        self.kills = 0
        self.runs = 0
        self.minute = 0

    def options(self):
        # Where a process is killed depends on them, and the result does not.
        options = ["--batch", str(self.rng.choice([8, 16, 64])), "--jobs", str(self.rng.choice([1, 2]))]
        return options + (["--fast"] if self.rng.random() < 0.5 else [])

    def killed(self):
        """One run; whether it was killed before it ended."""
        early = self.rng.random() < 0.25
        delay = self.rng.uniform(0, self.seconds * (0.1 if early else 1.2))
        self.runs += 1
        process = self.bench.start(self.minute, self.options())
        try:
            process.wait(timeout=delay)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        status = process.wait()
        if status == -signal.SIGKILL:
            self.kills += 1
            self.phases[self.bench.phase()] += 1
            return True
        self.bench.finish(process)
        return False

    def staged(self):
        for stage in self.bench.feed.stages:
            self.bench.feed.write(f"{self.bench.place}/in", stage)
            while self.killed():
                pass
            self.minute += 1

    def arriving(self):
        files = list(self.bench.feed.files)
        # Types of object are independent of each other; the files of one come in their order.
        queues = collections.defaultdict(collections.deque)
        for file in files:
            queues[os.path.dirname(file[0])].append(file)
        while True:
            for queue in queues.values():
                for _ in range(min(len(queue), self.rng.randrange(3))):
                    self.bench.feed.write(f"{self.bench.place}/in", [queue.popleft()])
            if not self.killed() and not any(queues.values()):
                return
            self.minute += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--concord", default=".build/release/concord", help="the command, built with SQLite")
    parser.add_argument("--kills", type=int, default=500, help="how many processes are killed at least")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stages", type=int, default=3, help="how often files arrive in a staged cycle")
    parser.add_argument("--revisions", type=int, default=2, help="revisions of an object in a stage")
    parser.add_argument("--scale", type=float, default=1, help="how many objects there are, beside the usual number")
    parser.add_argument("--keep-going", action="store_true", help="go on after a cycle that failed")
    parser.add_argument("--folder", help="where stores are made; a temporary folder if not given")
    choice = parser.parse_args()
    begun = time.monotonic()
    root = tempfile.mkdtemp(prefix="concord-crash-", dir=choice.folder)
    concord = os.path.abspath(choice.concord)
    feed = Feed(choice.seed, choice.stages, choice.revisions, choice.scale)
    rng = random.Random(choice.seed)
    phases = collections.Counter()
    cycles, kills, runs, drafts, failures = collections.Counter(), 0, 0, 0, 0
    reasons = collections.Counter()
    try:
        expected = {}
        for kind, stages in [("arriving", [feed.files]), ("staged", feed.stages)]:
            bench = Bench(concord, feed, f"{root}/whole-{kind}")
            accounts, times = bench.whole(stages, ["--batch", "16"])
            expected[kind] = Result(bench.place)
            if expected[kind].broken:
                raise Failure("a run that nobody killed: " + "; ".join(expected[kind].broken), bench.place)
        total = collections.Counter()
        for account in accounts:
            total.update(account)
        if total["taken"] + total["repeated"] + total["refused"] + total["waiting"] != feed.messages:
            raise Failure(f"{feed.messages} messages, and the account is {dict(total)}", bench.place)
        seconds = statistics.mean(times)
        whole = expected["staged"]
        print(
            f"{feed.messages} messages in {len(feed.files)} files, {choice.stages} stages; "
            f"{sum(whole.said.values())} claims about {len(whole.documents)} records, {len(whole.files)} changes sent, "
            f"{len(whole.parked)} messages parked, {len(whole.open)} exceptions open; {seconds:.2f} s a run",
            flush=True,
        )
        while kills < choice.kills:
            kind = "staged" if sum(cycles.values()) % 3 < 2 else "arriving"
            place = f"{root}/{kind}-{sum(cycles.values())}"
            cycle = Cycle(Bench(concord, feed, place), rng, seconds, phases)
            getattr(cycle, kind)()
            kills += cycle.kills
            runs += cycle.runs
            cycles[kind] += 1
            more = cycle.bench.finish(cycle.bench.start(cycle.minute, []))
            result = Result(place)
            result.require(
                more["taken"] + more["planned"] + more["delivered"] == 0, f"one more run did something: {more}"
            )
            drafts += result.drafts
            found = result.differences(expected[kind], kind == "staged")
            if found:
                failures += 1
                reasons.update({re.split("[:\\d]", reason.lstrip("0123456789 "))[0] for reason in found})
                print(f"FAILED: a {kind} cycle with {cycle.kills} kills: " + "\n  ".join(found), flush=True)
                print(f"kept: {place} (seed {choice.seed})", flush=True)
                if not choice.keep_going:
                    return 1
            else:
                shutil.rmtree(place)
            if sum(cycles.values()) % 10 == 0:
                print(f"{kills} kills, {sum(cycles.values())} cycles", flush=True)
    except Failure as failure:
        print(f"FAILED: {failure}\nkept: {failure.place} (seed {choice.seed})")
        return 1
    if not failures:
        shutil.rmtree(root)
    print(f"{kills} of {runs} processes killed, in {time.monotonic() - begun:.0f} s; seed {choice.seed}")
    for phase, count in phases.most_common():
        print(f"  {count:5} {phase}")
    print(f"{cycles['staged']} staged cycles, {cycles['arriving']} with arriving files, {failures} failed")
    for reason, count in reasons.most_common():
        print(f"  {count:5} {reason}")
    print(f"{drafts} drafts left by killed processes")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
