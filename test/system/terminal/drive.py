"""Runs a program on a terminal of its own and answers it: each step waits for texts, in order, and then types or sends a signal.

Reads {argv, cwd, env, steps: [{expect: [text…], type?, signal?}], seconds} as JSON from stdin, and prints {status, screen, missing} as JSON:
the exit code, or minus the signal; all that was shown, without escape sequences; and the text that did not come, where one did not.
"""

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\r")
asked = json.load(sys.stdin)
deadline = time.monotonic() + asked["seconds"]

pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 180, 0, 0))
    os.chdir(asked["cwd"])
    os.execvpe(asked["argv"][0], asked["argv"], {**os.environ, **asked["env"]})

raw = b""


def read_more(until):
    """Reads what comes; False when the program has ended, or the time is up."""
    global raw
    ready, _, _ = select.select([terminal], [], [], max(0, until - time.monotonic()))
    if not ready:
        return False
    try:
        chunk = os.read(terminal, 65536)
    except OSError:
        return False
    raw += chunk
    return chunk != b""


def screen():
    return ESCAPES.sub("", raw.decode("utf-8", "replace"))


missing = None
seen = 0
for step in asked["steps"]:
    for text in step["expect"]:
        while (at := screen().find(text, seen)) < 0:
            if not read_more(deadline):
                missing = text
                break
        if missing is not None:
            break
        seen = at + len(text)
    if missing is not None:
        break
    if "type" in step:
        os.write(terminal, step["type"].encode())
    if "signal" in step:
        os.kill(pid, getattr(signal, step["signal"]))

while missing is None and read_more(deadline):
    pass
done, status = os.waitpid(pid, os.WNOHANG)
while not done and time.monotonic() < deadline and missing is None:
    time.sleep(0.01)
    done, status = os.waitpid(pid, os.WNOHANG)
if not done:
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
print(json.dumps({"status": os.waitstatus_to_exitcode(status), "screen": screen(), "missing": missing}))
