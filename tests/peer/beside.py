"""The same requests to the real Flask-Security and to Gatewright, and every difference between the answers.

    python beside.py CONFORMANCE [CASE …]

CONFORMANCE is the program of `examples/conformance`. Each conversation of `beside_cases.py`, `beside_asking.py` and
`beside_places.py` is held with both sides, which start on copies of one database. Compared are status, headers, cookies
and what is in the session, JSON bodies, fields, errors and messages of pages, mails, events and the rows of the users.
Prints each difference that has no reason in `beside_reasons.py`, and reasons that nothing needs any more; ends with the
count.
"""

import json
import os
import pickle
import re
import shutil
import sys
import tempfile
import traceback
from pathlib import Path

import beside_asking
import beside_cases
import beside_places
from beside_reasons import REASONS
from beside_sides import Gatewright, Reference


def main():
    program, only = sys.argv[1], sys.argv[2:]
    wrong, used, steps, cases = [], set(), 0, 0
    for case in beside_cases.CASES + beside_asking.CASES + beside_places.CASES:
        if only and case["name"] not in only:
            continue
        cases += 1
        for step, differences in alone(program, case):
            steps += 1
            for difference in differences:
                why = reason(case["name"], difference)
                if why is None:
                    wrong.append((case["name"], step, difference))
                else:
                    used.add(why)
    for name, step, (what, want, got) in wrong:
        print(f"{name}: {step}\n    {what}\n      reference  {shown(want)}\n      gatewright {shown(got)}")
    if not only:
        for index, one in enumerate(REASONS):
            if index not in used:
                wrong.append(one)
                print("nothing differs any more here:", one)
    print(f"{cases} conversations, {steps} requests, {len(wrong)} differences")
    sys.exit(1 if wrong else 0)


def reason(case, difference):
    for index, (cases, what, _) in enumerate(REASONS):
        text = f"{difference[0]} {shown(difference[1])} | {shown(difference[2])}"
        if re.search(cases, case) and re.search(what, text):
            return index
    return None


def alone(program, case):
    """In a process of its own: the reference's forms keep the fields of former applications."""
    into, out = os.pipe()
    if os.fork() == 0:
        os.close(into)
        status = 1
        try:
            with os.fdopen(out, "wb") as pipe:
                pickle.dump(list(play(program, case)), pipe)
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(status)
    os.close(out)
    with os.fdopen(into, "rb") as pipe:
        data = pipe.read()
    if os.wait()[1] != 0:
        raise SystemExit(f"{case['name']}: stopped")
    return pickle.loads(data)


def play(program, case):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        reference = Reference(case, folder / "reference.db")
        shutil.copy(folder / "reference.db", folder / "gatewright.db")
        gatewright = Gatewright(program, case, folder / "gatewright.db")
        try:
            for step in case["steps"]:
                if "sql" in step:
                    reference.sql(step["sql"])
                    gatewright.sql(step["sql"])
                    continue
                seen = [side.ask(step) for side in (reference, gatewright)]
                yield text(step), list(differences(*seen))
        finally:
            gatewright.end()


def differences(want, got, path=""):
    if isinstance(want, dict) and isinstance(got, dict):
        for key in sorted(want.keys() | got.keys(), key=str):
            yield from differences(want.get(key, "<absent>"), got.get(key, "<absent>"), f"{path}.{key}")
    elif want != got:
        yield path.lstrip("."), want, got


def text(step):
    return " ".join(str(step[key]) for key in ("tab", "method", "path", "form", "json", "headers") if step.get(key))


def shown(value):
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)


if __name__ == "__main__":
    main()
