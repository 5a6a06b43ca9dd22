"""What a fresh clone relies on: the locks, the packages, and the set-up that make does."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling import build
from packaging.requirements import Requirement

import set_up
from outsource_kit.machine import PANGO, SUBSETTER, Need, library

CHECKOUT = Path(__file__).resolve().parent.parent
LOCKS = {
    "requirements.lock": ["build"],
    "requirements-test.lock": ["build", "test", "docs", "lint"],
}


SCRIPTS = ["tools/set_up.py", "outsource_kit/__init__.py", "outsource_kit/machine.py"]
"""What make runs before anything is installed."""


EDITOR = "tests/editor/package-lock.json"
"""The lock of the editor service."""


def pins(lock: str) -> dict[str, Requirement]:
    """Read a lock: each requirement by its name."""
    text = (CHECKOUT / lock).read_text(encoding="utf-8").replace("\\\n", "")
    lines = [line.split("--hash")[0] for line in text.splitlines() if re.match(r"\w", line)]
    return {pin.name: pin for pin in map(Requirement, lines)}


def project_files() -> list[Path]:
    """List the files that are, or would be, under version control."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True, text=True)
    return [
        path for name in listed.stdout.split("\0") if name and (path := CHECKOUT / name).is_file()
    ]


# Locks


@pytest.mark.parametrize(("lock", "groups"), LOCKS.items())
def test_lock_pins_what_is_declared(lock: str, groups: list[str]) -> None:
    """Every dependency of pyproject.toml is in the lock, at a version that it allows."""
    declared = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(declared["project"]["dependencies"])
    for group in groups:
        wanted += declared["dependency-groups"][group]
    pinned = pins(lock)

    assert len(wanted) > 10
    for requirement in map(Requirement, wanted):
        (pin,) = pinned[requirement.name.lower()].specifier
        assert pin.operator == "=="
        assert pin.version in requirement.specifier


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_hashes_every_pin(lock: str) -> None:
    """No file is installed unless its content is the one that was locked."""
    text = (CHECKOUT / lock).read_text(encoding="utf-8").replace("\\\n", "")
    requirements = [line for line in text.splitlines() if re.match(r"\w", line)]

    assert len(requirements) > 20
    assert [line for line in requirements if "--hash=sha256:" not in line] == []


def test_locks_agree() -> None:
    """What the tests run with is what `make kit` installs."""
    run, test = pins("requirements.lock"), pins("requirements-test.lock")

    assert {name: str(test.get(name)) for name in run} == {n: str(pin) for n, pin in run.items()}


def test_make_kit_installs_no_test_tools() -> None:
    """The lock that `make kit` installs holds nothing that only tests and linters need."""
    assert {"pytest", "hypothesis", "pypdf", "ruff", "mypy"} & pins(
        "requirements.lock"
    ).keys() == set()


def test_no_file_says_where_packages_come_from() -> None:
    """Which index is asked is the business of the machine, so no file names one."""
    address = re.compile(
        rb"(?:index|find)-(?:url|links)[= ]|trusted[-]host|pypi[.]org|pythonhosted[.]"
    )
    files = project_files()

    assert CHECKOUT / "Makefile" in files
    assert [path for path in files if address.search(path.read_bytes())] == []


# Packages


def test_wheel_holds_package_and_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed copy has its command, and every template of the checkout inside the package."""
    monkeypatch.chdir(CHECKOUT)
    wheel = zipfile.ZipFile(tmp_path / build.build_wheel(str(tmp_path)))
    names = set(wheel.namelist())
    templates = [path for path in project_files() if path.is_relative_to(CHECKOUT / "templates")]

    assert templates
    for template in templates:
        assert f"outsource_kit/{template.relative_to(CHECKOUT)}" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"outsource_kit"}
    (entry_points,) = [name for name in names if name.endswith("/entry_points.txt")]
    assert b"outsource-kit = outsource_kit.__main__:run" in wheel.read(entry_points)


def test_source_package_holds_every_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The source package is the checkout: it can be built, set up and tested again."""
    monkeypatch.chdir(CHECKOUT)
    with tarfile.open(tmp_path / build.build_sdist(str(tmp_path))) as source:
        names = {name.partition("/")[2] for name in source.getnames()}
    files = {str(path.relative_to(CHECKOUT)) for path in project_files()}

    assert "Makefile" in files
    assert files - names == set()


# make


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Copy what make reads, with an environment that counts as made, and shows how it is called."""
    folder = tmp_path / "a checkout"
    binaries = folder / ".venv" / "bin"
    binaries.mkdir(parents=True)
    for name in ["Makefile", "pyproject.toml", *LOCKS, *SCRIPTS, EDITOR]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CHECKOUT / name, folder / name)
    (binaries / "python").touch()
    command = binaries / "outsource-kit"
    command.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    (folder / ".venv" / "made-in.mk").write_text(f"MADE_IN := {folder}\n", encoding="utf-8")
    for stamp in ["run", "test"]:
        (folder / ".venv" / f"{stamp}.stamp").touch()
    return folder


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run make in a folder, as a person would who has set none of its variables."""
    set_by_make = {"BRIEF", "PYTHON", "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES"}
    environment = {k: v for k, v in os.environ.items() if k not in set_by_make}
    return subprocess.run(
        ["make", *words], cwd=folder, check=False, capture_output=True, text=True, env=environment
    )


def test_make_kit_asks_for_a_brief(checkout: Path) -> None:
    """`make kit` without a brief says so in one line, before it sets anything up."""
    shutil.rmtree(checkout / ".venv")

    told = make(checkout, "kit")

    assert told.returncode == 2
    assert re.fullmatch(
        r"Makefile:\d+: \*\*\* which brief\? for instance: "
        r"make kit BRIEF=kits/personal-assistant/brief\.yaml\.  Stop\.\n",
        told.stderr,
    )
    assert not (checkout / ".venv").exists()


def test_make_kit_hands_over_any_path(checkout: Path) -> None:
    """The path of a brief reaches the command as typed, spaces and quotes included."""
    told = make(checkout, "kit", 'BRIEF=my kits/it\'s "new" `x`/brief.yaml')

    assert told.stdout.splitlines() == [
        "build",
        'my kits/it\'s "new" `x`/brief.yaml',
        "-o",
        "build",
    ]
    assert told.stderr == ""


def name_python(checkout: Path, version: str) -> str:
    """Make a command that answers as Python of this version does, and only shows any set-up."""
    python = checkout / f"python {version}"
    python.write_text(
        '#!/bin/sh\ntest "$1" = -c || { echo "$@"; exit 1; }\n'
        f"exec '{sys.executable}' -c \"import sys; sys.version_info = ({version}); $2\"\n",
        encoding="utf-8",
    )
    python.chmod(0o755)
    return str(python)


def test_python_that_is_too_old_is_refused(checkout: Path) -> None:
    """A Python older than 3.11 is refused in one line that says what to do."""
    shutil.rmtree(checkout / ".venv")

    told = make(checkout, "kit", "BRIEF=x.yaml", f"PYTHON={name_python(checkout, '3, 10, 9')}")

    assert told.returncode == 2
    assert told.stdout == ""
    assert told.stderr.splitlines()[0] == (
        "set-up: Python 3.11 or newer is needed: install it, or name it: make PYTHON=python3.13 ..."
    )


def test_python_that_is_named_is_used(checkout: Path) -> None:
    """The set-up runs with the Python that PYTHON names when it is new enough."""
    shutil.rmtree(checkout / ".venv")

    told = make(checkout, "kit", "BRIEF=x.yaml", f"PYTHON={name_python(checkout, '3, 11, 0')}")

    assert told.stdout == "tools/set_up.py run\n"


@pytest.mark.parametrize("verb", ["kit", "test", "docs"])
def test_second_run_sets_nothing_up(checkout: Path, verb: str) -> None:
    """An environment that is there is used as it is."""
    told = make(checkout, "--dry-run", verb, "BRIEF=x.yaml")

    assert told.returncode == 0
    assert ".venv/bin/" in told.stdout
    assert "set_up.py" not in told.stdout


@pytest.mark.parametrize("verb", ["kit", "test", "docs"])
@pytest.mark.parametrize("change", ["lock", "folder", "python"])
def test_change_sets_up_again(checkout: Path, verb: str, change: str) -> None:
    """A new lock, a folder that moved and a Python that went away each call for a set-up."""
    if change == "lock":
        later = (checkout / ".venv" / "run.stamp").stat().st_mtime + 10
        os.utime(checkout / "requirements.lock", (later, later))
    elif change == "folder":
        checkout = checkout.rename(checkout.with_name("moved"))
    else:
        (checkout / ".venv" / "bin" / "python").unlink()

    told = make(checkout, "--dry-run", verb, "BRIEF=x.yaml")

    assert "set_up.py" in told.stdout


# System libraries


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in for a machine whose PATH holds only what a test puts there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 0)
    (tmp_path / "env").symlink_to("/usr/bin/env")
    return tmp_path


def add_apt(machine: Path, *, works: bool = True) -> None:
    """Give the machine an apt-get that notes how it was called, and installs a file at most."""
    apt = machine / "apt-get"
    install = f'case "$*" in *install*) : > "{machine}/thing.so";; esac\n' if works else ""
    apt.write_text(f'#!/bin/sh\necho "$@" >> "{machine}/calls"\n{install}', encoding="utf-8")
    apt.chmod(0o755)


def thing(machine: Path) -> Need:
    """Return the need for a library that is there when its file is."""
    return Need("the thing", (machine / "thing.so").exists, {"apt-get": "libthing0"})


def test_package_manager_is_left_alone_when_all_is_there(machine: Path) -> None:
    """What the machine has is not asked for."""
    add_apt(machine)
    (machine / "thing.so").touch()

    set_up.install_system([thing(machine)])

    assert not (machine / "calls").exists()


def test_lists_are_fetched_before_a_package(machine: Path) -> None:
    """A fresh machine has no list of packages, so it is fetched before the install."""
    add_apt(machine)

    set_up.install_system([thing(machine)])

    update, install = (machine / "calls").read_text(encoding="utf-8").splitlines()
    assert update.endswith("update")
    assert install.endswith("install --no-install-recommends -y libthing0")


def test_line_to_run_without_rights(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may not install is told the one line to run."""
    add_apt(machine)
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    with pytest.raises(set_up.SystemMissingError) as told:
        set_up.install_system([thing(machine)])

    assert str(told.value) == "run this, then make again: sudo apt-get install libthing0"
    assert not (machine / "calls").exists()


def test_rights_that_need_no_password_are_used(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who may install without being asked for a password is not bothered."""
    add_apt(machine)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    sudo = machine / "sudo"
    sudo.write_text('#!/bin/sh\ntest "$1" = -n && shift && exec "$@"\n', encoding="utf-8")
    sudo.chmod(0o755)
    (machine / "true").symlink_to("/usr/bin/true")

    set_up.install_system([thing(machine)])

    assert (machine / "calls").read_text(encoding="utf-8").endswith("libthing0\n")


def test_line_to_run_when_the_install_failed(machine: Path) -> None:
    """An install that leaves the library missing is not taken for done."""
    add_apt(machine, works=False)

    with pytest.raises(set_up.SystemMissingError) as told:
        set_up.install_system([thing(machine)])

    assert str(told.value) == (
        "apt-get did not help; run this, then make again: sudo apt-get install libthing0"
    )


def test_name_to_install_without_a_package_manager(machine: Path) -> None:
    """On a system whose package manager is not known, the libraries are named."""
    with pytest.raises(set_up.SystemMissingError) as told:
        set_up.install_system([thing(machine)])

    assert str(told.value) == "install these, then run make again: the thing"


def test_checkers_that_cannot_be_installed_stop_only_ci(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A developer goes on without them and is told; in CI their tests may not skip."""
    add_apt(machine, works=False)
    monkeypatch.setattr(set_up, "CHECKERS", (thing(machine),))

    monkeypatch.delenv("CI", raising=False)
    set_up.install_checkers()

    assert "some checks of documents will be skipped" in capsys.readouterr().err
    monkeypatch.setenv("CI", "true")
    with pytest.raises(set_up.SystemMissingError):
        set_up.install_checkers()


def test_missing_library_is_seen() -> None:
    """Libraries are looked for by loading them."""
    assert library("libthing-that-is-nowhere.so.0", "libthing-that-is-nowhere.dylib") is None
    assert PANGO.is_there()
    assert SUBSETTER.is_there()
