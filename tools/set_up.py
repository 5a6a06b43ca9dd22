"""Make a checkout ready to run; the Makefile calls this with any Python that is new enough.

What comes in is the word `run` or `test`. What goes out is `.venv` with the locked packages and
this checkout in it, the libraries of the system that they load, and a stamp that tells make not
to call again. Where packages come from is the business of the machine's own configuration:
no address stands here. Only the standard library is imported, since nothing else is there yet.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))  # the package is not installed yet

from outsource_kit.machine import CHROMIUM, INSTALLS, PANGO, SUBSETTER, Need  # noqa: E402

VENV = CHECKOUT / ".venv"
PYTHON = VENV / "bin" / "python"
MADE_IN = VENV / "made-in.mk"
EDITOR = CHECKOUT / "tests" / "editor"

# What each package manager is told, in turn; the names of the packages follow the last.
MANAGERS = {
    "apt-get": (
        ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", "update"),
        ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", "install", "--no-install-recommends"),
    ),
    "dnf": (("dnf", "--quiet", "--setopt=install_weak_deps=False", "install"),),
    "brew": (("brew", "install", "--quiet"),),
}


VENV_MODULE = Need(
    "Python's venv module",
    lambda: importlib.util.find_spec("ensurepip") is not None,
    {
        "apt-get": f"python3.{sys.version_info.minor}-venv",
        "dnf": "python3-libs",
        "brew": "python",
    },
)
POPPLER = Need(
    "poppler's pdftotext",
    lambda: shutil.which("pdftotext") is not None,
    {"apt-get": "poppler-utils", "dnf": "poppler-utils", "brew": "poppler"},
)
FONTS = ("dejavu", "lohit-devanagari", "wqy", "noto/NotoColorEmoji.ttf")

# What independent checkers of documents need, and fonts to try other scripts with, the smallest
# that hold them; where Debian's packages cannot be had, their tests
# skip.
CHECKERS = (
    CHROMIUM,
    Need("npm", lambda: shutil.which("npm") is not None, {"apt-get": "npm"}),
    Need("qpdf", lambda: shutil.which("qpdf") is not None, {"apt-get": "qpdf"}),
    Need(
        "Java",
        lambda: shutil.which("java") is not None,
        {"apt-get": "default-jre-headless"},
    ),
    Need(
        "Java's XML binding",
        lambda: Path("/usr/share/java/jaxb-runtime.jar").exists(),
        {"apt-get": "libjaxb-java libactivation-java"},
    ),
    Need(
        "fonts of Arabic, Hebrew, Devanagari, Chinese, Japanese, Korean and emoji",
        lambda: all((Path("/usr/share/fonts/truetype") / font).exists() for font in FONTS),
        {"apt-get": "fonts-dejavu-core fonts-lohit-deva fonts-wqy-microhei fonts-noto-color-emoji"},
    ),
)

# What each purpose needs of the system, which lock it installs, and which stamps it earns.
PURPOSES = {
    "run": ((VENV_MODULE, PANGO, SUBSETTER), "requirements.lock", ("run",)),
    "test": (
        (VENV_MODULE, PANGO, SUBSETTER, POPPLER),
        "requirements-test.lock",
        ("run", "test"),
    ),
}


def main(purpose: str) -> int:
    """Install what `run` or `test` needs and is missing, and return the exit code."""
    needs, lock, stamps = PURPOSES[purpose]
    try:
        install_system(needs)
        if purpose == "test":
            install_checkers()
        make_environment()
        install_packages(lock)
        if purpose == "test":
            install_editor_service()
    except SystemMissingError as missing:
        say(str(missing))
        return 1
    except subprocess.CalledProcessError as failed:
        say(f"this failed, and says why above: {' '.join(failed.cmd)}")
        return 1
    for stamp in stamps:
        (VENV / f"{stamp}.stamp").touch()
    return 0


class SystemMissingError(Exception):
    """The one line that says what a person has to install."""


def install_system(needs: Sequence[Need]) -> None:
    """Install what the machine lacks through its package manager, or say what to install.

    Raises SystemMissingError when there is no package manager that may, or when it did not help.
    """
    missing = [need for need in needs if not need.is_there()]
    if not missing:
        return
    manager = next((name for name in MANAGERS if shutil.which(name)), None)
    if manager is None:
        names = ", ".join(need.name for need in missing)
        raise SystemMissingError(f"install these, then run make again: {names}")
    packages = [name for need in missing for name in need.packages[manager].split()]
    by_hand = f"{INSTALLS[manager]} {' '.join(packages)}"
    rights = rights_for(manager)
    if rights is None:
        raise SystemMissingError(f"run this, then make again: {by_hand}")
    say(f"installing {' '.join(packages)} with {manager}")
    *before, install = MANAGERS[manager]
    for command in before:
        run_quietly([*rights, *command])
    accept = () if manager == "brew" else ("-y",)
    output = run_quietly([*rights, *install, *accept, *packages])
    importlib.invalidate_caches()
    if not all(need.is_there() for need in missing):
        sys.stderr.write(output)
        raise SystemMissingError(f"{manager} did not help; run this, then make again: {by_hand}")


def install_checkers() -> None:
    """Install what the checkers of documents need; where that fails, say so and go on.

    Raises SystemMissingError in CI, where no test may skip.
    """
    if not shutil.which("apt-get"):
        return
    try:
        install_system(CHECKERS)
    except SystemMissingError as missing:
        if os.environ.get("CI") == "true":
            raise
        say(f"some checks of documents will be skipped; {missing}")


def rights_for(manager: str) -> list[str] | None:
    """Return what to put before a command of the package manager, None when it may not run."""
    if manager == "brew":
        return []
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return quiet
    if (
        shutil.which("sudo")
        and not subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode
    ):
        return ["sudo", "-n", *quiet]
    return None


def run_quietly(command: Sequence[str]) -> str:
    """Run a command and return what it wrote, however it ended."""
    return subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ).stdout


def make_environment() -> None:
    """Make `.venv`, unless it is there, was made in this folder, and its Python runs."""
    note = f"MADE_IN := {str(CHECKOUT).replace('$', '$$').replace('#', chr(92) + '#')}\n"
    is_ours = not MADE_IN.exists() or MADE_IN.read_text(encoding="utf-8") == note
    if not (is_ours and has_pip()):
        say(f"making .venv with Python {sys.version.split()[0]}; this is done once")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    MADE_IN.write_text(note, encoding="utf-8")


def has_pip() -> bool:
    """Whether the environment has a Python that runs, is new enough, and finds its pip."""
    test = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return not subprocess.run([PYTHON, "-c", test], check=False, capture_output=True).returncode
    except OSError:
        return False


def install_packages(lock: str) -> None:
    """Install what the lock pins, each file checked against its hash, and this checkout."""
    say(f"installing the packages of {lock}")
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "-r", str(CHECKOUT / lock)], check=True)
    here = ["--no-deps", "--no-build-isolation", "--editable", str(CHECKOUT)]
    subprocess.run([*pip, *here], check=True)


def install_editor_service() -> None:
    """Install the service by which editors read the schema, where the machine has npm."""
    if not shutil.which("npm"):
        return
    say("installing the editor service that tests talk to")
    folder = VENV / "editor"
    shutil.copytree(EDITOR, folder, dirs_exist_ok=True)
    npm = ["npm", "ci", "--prefix", str(folder), "--silent", "--no-audit", "--no-fund"]
    subprocess.run(npm, check=True)


def say(line: str) -> None:
    """Print one line of progress, apart from what the command itself prints."""
    print(f"set-up: {line}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
