"""Measure the page: first bytes, many readers at once, memory, and readers while articles are read in.

    python benchmarks/serve.py --store STORE [--readers 50] [--seconds 30] [--rounds 3] [--reading FOLDER]

Starts `pasut serve` on a store (that of `reading.py --store STORE`, say) in a process of its own and asks it over the
loopback: first each kind of page alone, cold (nothing of it kept in memory, soon after the start) and warm; then
`--readers` connections at once, each asking for pages of many dyads in turn, in some rounds, to see whether memory
stays the same. With --reading, `pasut read FOLDER` writes to the store meanwhile: give a copy.
"""

import argparse
import collections
import http.client
import json
import pathlib
import statistics
import subprocess
import sys
import threading
import time

START = 60.0
SETTLED = 8.0
"""Seconds in which a server that nobody asks makes ahead what it makes ahead."""


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=pathlib.Path, required=True)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reading", type=pathlib.Path)
    asked = parser.parse_args()
    begun = time.perf_counter()
    command = [sys.executable, "-m", "pasut", "serve", "--store", str(asked.store), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        port = int(server.stdout.readline().split(":")[-1].strip(" /\n"))
        first_byte(port, "/static/pasut.css")
        print(f"from start to first answer: {time.perf_counter() - begun:.2f} s")
        try:
            measure(port, server.pid, asked)
        finally:
            server.terminate()
    return 0


def measure(port: int, pid: int, asked: argparse.Namespace) -> None:
    """Pages alone, then many readers."""
    rows = json.loads(body(port, "/index.json?_size=200"))["sections"]["dyads"]["rows"]
    dyads = [f"/dyad/{row['a']}/{row['b']}" for row in rows]
    busy, other = dyads[:2], dyads[len(dyads) // 2]
    alone = ("/", *busy, f"{busy[0]}/events", f"{busy[1]}/expected", other, "/calendar", "/network", "/search?q=a")
    for path in (*alone, "/disputes"):
        times = [first_byte(port, path) * 1000 for _ in range(6)]
        size = len(body(port, path))
        print(f"{path}: {times[0]:.0f} ms cold, {statistics.median(times[1:]):.0f} ms warm, {size / 1000:.0f} kB")
    print(f"memory before: {memory(pid):.0f} MB", end="")
    time.sleep(SETTLED)
    print(f", with all that is made ahead: {memory(pid):.0f} MB")
    writer = None
    if asked.reading:
        command = [sys.executable, "-m", "pasut", "read", str(asked.reading), "--store", str(asked.store)]
        writer = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    for _ in range(asked.rounds):
        statuses, times = crowd(port, dyads, asked.readers, asked.seconds)
        print(f"{asked.readers} readers, {asked.seconds:.0f} s: {sum(statuses.values())} answers, {dict(statuses)}")
        print(f"  first byte: median {statistics.median(times) * 1000:.0f} ms, longest {max(times) * 1000:.0f} ms")
        print(f"  memory after: {memory(pid):.0f} MB")
    if writer:
        errors = writer.communicate()[1].strip().splitlines()
        print(f"  meanwhile pasut read ended with status {writer.returncode}: {errors[-1:]}")


def crowd(port: int, dyads: list[str], readers: int, seconds: float) -> tuple[collections.Counter[int], list[float]]:
    """Statuses and times to the first byte of many readers at once, each with pages of its own."""
    statuses: collections.Counter[int] = collections.Counter()
    times: list[float] = []
    end = time.perf_counter() + seconds

    def read(number: int) -> None:
        turn = number
        while time.perf_counter() < end:
            path = dyads[(turn * 7) % len(dyads)] + ("" if turn % 3 else "/events")
            try:
                begun = time.perf_counter()
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
                connection.request("GET", path)
                response = connection.getresponse()
                times.append(time.perf_counter() - begun)
                response.read()
                statuses[response.status] += 1
                connection.close()
            except OSError:
                statuses[0] += 1
            turn += readers

    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses, times


def first_byte(port: int, path: str) -> float:
    """Seconds from asking to the head of the answer; waits for a server that is only starting."""
    end = time.perf_counter() + START
    while True:
        begun = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            passed = time.perf_counter() - begun
            response.read()
            connection.close()
        except OSError:
            if time.perf_counter() > end:
                raise
            time.sleep(0.02)
            continue
        return passed


def body(port: int, path: str) -> bytes:
    """What a page holds."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", path)
    read = connection.getresponse().read()
    connection.close()
    return read


def memory(pid: int) -> float:
    """MB that a process holds in memory."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"process {pid} has ended")


if __name__ == "__main__":
    sys.exit(main())
