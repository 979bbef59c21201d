"""Asks Python's jsonschema what it says of documents under schemas.

Reads NDJSON from the file that is named, or from standard input: a schema is given once, {"define": 0, "schema": ...}, and
then asked about by its number, {"schema": 0, "document": ..., "expected": true}.
Prints one line for each answer that is not the expected one, and the counts at the end. Status 1 if there was one,
3 if jsonschema is not installed.
"""

import json
import sys

# This file has the name of the package that it asks for, which must not be found here.
sys.path.pop(0)

try:
    import jsonschema
    from jsonschema import FormatChecker
    from jsonschema.validators import validator_for
except ImportError:
    sys.exit(3)


def main():
    stream = open(sys.argv[1], encoding="utf-8") if len(sys.argv) > 1 else sys.stdin
    formats = FormatChecker()
    schemas = {}
    validators = {}
    count = wrong = 0
    for number, line in enumerate(stream, 1):
        case = json.loads(line)
        if "define" in case:
            schemas[case["define"]] = case["schema"]
            continue
        key = (case["schema"], case.get("formats", True))
        if key not in validators:
            schema = schemas[case["schema"]]
            kind = validator_for(schema, default=jsonschema.Draft202012Validator)
            validators[key] = kind(schema, format_checker=formats if key[1] else None)
        count += 1
        try:
            valid = validators[key].is_valid(case["document"])
        except Exception as error:  # A schema that this judge cannot use is no verdict.
            print(f"{number}: not judged: {type(error).__name__}")
            continue
        if valid != case["expected"]:
            wrong += 1
            error = next(validators[key].iter_errors(case["document"]), None)
            reason = f"{list(error.absolute_path)} {error.message}" if error else "valid"
            print(f"{number}: expected {case['expected']}: {reason[:300]}: {json.dumps(case['document'])[:300]}")
    print(f"{count} judged, {wrong} otherwise than expected")
    return 1 if wrong else 0


sys.exit(main())
