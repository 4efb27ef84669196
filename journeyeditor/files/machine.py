"""Who this is: computer, process and person; and whether another process of this computer still runs."""

from __future__ import annotations

import contextlib
import functools
import getpass
import hashlib
import os
import platform
import sys
from pathlib import Path


def host() -> str:
    """What the computer is called."""
    return platform.node() or "?"


@functools.cache
def machine() -> str:
    """A mark of this computer that no other one has, whatever both are called. It says nothing else of it.

    Programs in containers of their own do not see each other's processes: each counts as a computer of its own.
    """
    mark = f"{host()}\n{_machine_id()}\n{_link('/proc/self/ns/pid')}"
    return hashlib.sha256(b"journeyeditor " + mark.encode("utf-8", "replace")).hexdigest()[:16]


@functools.cache
def person() -> str:
    """The full name of who works here as the system knows it, else the short one."""
    with contextlib.suppress(ImportError, KeyError, OSError, AttributeError):
        import pwd  # noqa: PLC0415 - not there on Windows

        entry = pwd.getpwuid(os.getuid())
        return entry.pw_gecos.split(",")[0].strip() or entry.pw_name
    with contextlib.suppress(ImportError, KeyError, OSError):
        return getpass.getuser()
    return ""


def started(process: int) -> str:
    """A mark of when a process of this computer was started, where that can be had: its number is used again later."""
    with contextlib.suppress(OSError, IndexError):
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        return f"{boot} {fields[19]}"
    return ""


def runs(process: int) -> bool:
    """Whether there is a process of this number on this computer; True where that cannot be told."""
    if process <= 0:
        return False
    if sys.platform == "win32":
        return _runs_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OverflowError:
        return False
    except OSError:
        return True  # it is somebody else's
    return not _has_ended(process)


def _has_ended(process: int) -> bool:
    """Whether it is over and only its number is kept, until the process that began it has looked at it (Linux)."""
    with contextlib.suppress(OSError, IndexError):
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
        return status.rpartition(")")[2].split()[0] in ("Z", "X")
    return False


def _runs_on_windows(process: int) -> bool:
    """Signal 0 would end it there."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only where a lock was found

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x1000, 0, process)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return bool(kernel.GetLastError() == 5)  # it is somebody else's
        status = ctypes.c_ulong()
        told = kernel.GetExitCodeProcess(handle, ctypes.byref(status))
        kernel.CloseHandle(handle)
        return not told or status.value == 259  # STILL_ACTIVE
    return True


def _machine_id() -> str:
    if sys.platform == "win32":
        with contextlib.suppress(OSError):
            import winreg  # noqa: PLC0415

            key = winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography")
            with key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        return ""
    for place in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        with contextlib.suppress(OSError):
            return Path(place).read_text(encoding="ascii", errors="replace").strip()
    if sys.platform == "darwin":
        import ctypes  # noqa: PLC0415

        mark, wait = (ctypes.c_ubyte * 16)(), (ctypes.c_long * 2)(1, 0)
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).gethostuuid(mark, wait)
            return bytes(mark).hex()
    return ""


def _link(name: str) -> str:
    with contextlib.suppress(OSError):
        return str(Path(name).readlink())
    return ""
