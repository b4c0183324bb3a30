"""./dev lighthouse: what Lighthouse says of the public pages on a phone, as a table for docs/operations.md."""

import json
import os
import shutil
import socket

from tools import locks, paths, process, run, setup, system, ui, venv

PACKAGE = "lighthouse@12.8.2"  # the last that runs on the Node of Debian 13 and of Ubuntu 24.04
FOLDER = paths.DEV / "lighthouse"
PROGRAM = FOLDER / "node_modules/lighthouse/cli/index.js"
PAGES = ("/pengaduan", "/pengaduan/baru", "/pengaduan/lacak", "/pengaduan/angka", "/pengaduan/verifikasi")
GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


def main(arguments):
    """Measure the office at an address, or the demo office started for it; return 1 where a goal is missed."""
    if len(arguments) > 1 or any(not address.startswith(("http://", "https://")) for address in arguments):
        raise ui.Stop("./dev lighthouse takes one address, such as http://127.0.0.1:8069, or none.")
    setup.ensure(venv.RUN, browser=True)
    _install()
    if arguments:
        return _measure(arguments[0].rstrip("/"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with run.office(port):
        return _measure(f"http://127.0.0.1:{port}")


def _install():
    if not shutil.which("npm"):
        raise ui.Stop("Lighthouse needs Node 18.16 or later with npm. As root: apt-get install -y nodejs npm")
    if PROGRAM.exists():
        return
    with locks.setup(), ui.step(f"npm: {PACKAGE}") as step:
        folder = paths.scratch(FOLDER)
        process.run(
            ["npm", "install", "--no-audit", "--no-fund", "--prefix", folder, PACKAGE],
            process.log_path("lighthouse"),
            "Lighthouse could not be installed.",
            step,
        )
        paths.put(folder, FOLDER)


def _measure(address):
    ui.say("\n| page | " + " | ".join(GOALS) + " | weight | first paint |")
    ui.say("|---" * (len(GOALS) + 3) + "|")
    good = True
    for page in PAGES:
        report = _report(address + page)
        scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in GOALS}
        audits = report["audits"]
        weight = audits["total-byte-weight"]["numericValue"] / 1000
        paint = audits["first-contentful-paint"]["numericValue"] / 1000
        ui.say(f"| `{page}` | " + " | ".join(map(str, scores.values())) + f" | {weight:.0f} kB | {paint:.1f} s |")
        for name, goal in GOALS.items():
            if scores[name] < goal:
                good = False
                _explain(report, name)
    return 0 if good else 1


def _report(url):
    """Return Lighthouse's report of a page: a phone on slow 4G, as its defaults have it."""
    command = ["node", PROGRAM, url, "--quiet", "--output=json", "--no-enable-error-reporting"]
    command += [f"--only-categories={','.join(GOALS)}", "--chrome-flags=--headless=new --no-sandbox"]
    browser = next(filter(None, map(shutil.which, system.BROWSERS)))
    text = process.ask(command, f"Lighthouse could not open {url}.", env={**os.environ, "CHROME_PATH": browser})
    return json.loads(text)


def _explain(report, category):
    """Say which audits of a category took points away."""
    for reference in report["categories"][category]["auditRefs"]:
        audit = report["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
            ui.say(f"    {category}: {audit['title']} {audit.get('displayValue', '')}")
