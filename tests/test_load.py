"""Loading: every mistake at once, each at its place, in words that say what to write instead.

`briefs/` holds one bad brief for each kind of mistake. A comment on the offending line says what
is expected: `# error :8: field: message => hint`, where 8 is the column. Where that line takes no
comment, one on a line of its own names line and column: `# error 7:12: …`. Column and hint may be
left out; what is said must hold exactly, and no mistake may be reported that is not said.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import Annotated, Self

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import model_validator

from outsource_kit.brief import Audience, Brief, Section
from outsource_kit.brief.amounts import Count  # noqa: TC001 - pydantic reads the annotation
from outsource_kit.brief.text import Text
from outsource_kit.brief.written import refused
from outsource_kit.load import front_matter, load, read
from outsource_kit.load.source import LIMIT
from outsource_kit.mistakes import KitError, Mistake

BRIEFS = sorted((Path(__file__).parent / "briefs").glob("*.yaml"))

EXPECTED = re.compile(
    r"# error(?: (?P<line>\d+):(?P<column>\d+)| :(?P<here>\d+))?: "
    r"(?P<said>.*?)(?: => (?P<hint>.*))?$"
)

GOOD = """\
kit:
  language: en-GB
  issued: 2026-11-22
client:
  display_name: Acme & Co
  country: "NO"
project:
  title: Personal assistant # for the founder
  what: |
    Sort the inbox every morning.

    - Draft replies: three a day.
  specifications:
    - Inbox at zero by 17:00
    - "Calendar: clean for 14 days"
  data: {personal: true, credentials: false}
pay:
  rate: 12-18 USD/hour
questions:
  - text: What would you do first?
    max_words: 150
metrics:
  - name: Unread mails
    baseline: 35.5
    target: -0
"""


def mistakes(path: Path, text: str | bytes) -> tuple[Mistake, ...]:
    """Return the mistakes in a brief of `text`."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(KitError) as caught:
        load(path)
    return caught.value.mistakes


def only(path: Path, text: str | bytes) -> Mistake:
    """Return the one mistake in a brief of `text`, which must be found within a second of work."""
    begun = time.process_time()
    found = mistakes(path, text)
    taken = time.process_time() - begun

    assert taken < 1
    assert len(found) == 1, found
    return found[0]


def test_there_are_bad_briefs() -> None:
    """The tests below read what they claim to read."""
    assert len(BRIEFS) >= 80


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_bad_brief(path: Path) -> None:
    """A bad brief is refused for what its comments say, there, and for nothing else."""
    said = []
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if found := EXPECTED.search(line):
            place = int(found["line"] or number), int(found["column"] or found["here"] or 0)
            said.append((*place, found["said"], found["hint"]))
    with pytest.raises(KitError) as caught:
        load(path)
    told = [
        (
            mistake.line,
            mistake.column if column else 0,
            ": ".join(filter(None, [mistake.field, mistake.message])),
            mistake.hint if hint is not None else None,
        )
        for mistake, (_, column, _, hint) in zip(caught.value.mistakes, sorted(said), strict=True)
    ]

    assert sorted(said) == told
    assert all(mistake.path == str(path) for mistake in caught.value.mistakes)


def test_good_brief(tmp_path: Path) -> None:
    """A good brief is read as typed."""
    path = tmp_path / "brief.yaml"
    path.write_text(GOOD)

    brief = load(path)

    assert isinstance(brief, Brief)
    assert brief.project.title == "Personal assistant"
    assert brief.project.specifications[0] == "Inbox at zero by 17:00"
    assert brief.project.what.splitlines()[-1] == "- Draft replies: three a day."
    assert brief.client.country == "NO"
    assert str(brief.kit.issued) == "2026-11-22"
    assert brief.project.data.credentials is False


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark(tmp_path: Path, ending: str, mark: str) -> None:
    """Files from any system are read alike, and mistakes keep their places."""
    path = tmp_path / "brief.yaml"
    path.write_bytes((mark + GOOD.replace("\n", ending)).encode())
    load(path)

    mistake = only(path, mark + GOOD.replace("USD/hour", "USD").replace("\n", ending))

    assert (mistake.line, mistake.column) == (18, 9)
    assert mistake.source == "  rate: 12-18 USD"


def test_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake is printed with place, message, source line, caret and hint; the path as given."""
    monkeypatch.chdir(tmp_path)
    mistake = only(Path("brief.yaml"), GOOD + "trial:\n  pay: free # of charge\n")

    assert str(mistake) == (
        "brief.yaml:27:8: error: trial.pay: expected an amount, got `free`\n"
        "  27 |   pay: free # of charge\n"
        "     |        ^^^^\n"
        "  hint: write an amount and a currency, such as `60 USD`"
    )


def test_printed_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All mistakes of a file are printed in the order of their places."""
    monkeypatch.chdir(tmp_path)
    Path("brief.yaml").write_text("1: x\nproject:\n  titel: é\n  why: [x]\n  why: y\n")

    with pytest.raises(KitError) as caught:
        load(Path("brief.yaml"))

    assert str(caught.value) == (
        "brief.yaml:1:1: error: expected the name of a field, got `1`\n"
        "  1 | 1: x\n"
        "    | ^\n"
        "  hint: the names of fields are words, such as `title`\n"
        "brief.yaml:2:1: error: project.what: missing\n"
        "  2 | project:\n"
        "    | ^^^^^^^\n"
        "  hint: write `what: …` in `project`\n"
        "brief.yaml:3:3: error: project.titel: unknown field\n"
        "  3 |   titel: é\n"
        "    |   ^^^^^\n"
        "  hint: did you mean `title`?\n"
        "brief.yaml:4:8: error: project.why: expected text, got `[x]`\n"
        "  4 |   why: [x]\n"
        "    |        ^^^\n"
        '  hint: YAML takes `[` for the start of a list; put the value in quotes: `"[x]"`\n'
        "brief.yaml:5:3: error: project.why: `why` stands here a second time\n"
        "  5 |   why: y\n"
        "    |   ^^^\n"
        "  hint: the first is in line 4; keep one of the two"
    )


def test_long_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a long line the part around the mistake is printed."""
    monkeypatch.chdir(tmp_path)
    text = f"project: {{title: x, what: y, why: {'a' * 300}, contxt: z, audience: {'b' * 300}}}\n"

    _, frame, carets, _ = str(only(Path("brief.yaml"), text)).splitlines()

    assert len(frame) == len("  1 | ") + 100
    assert frame[carets.index("^") : carets.rindex("^") + 1] == "contxt"


def test_characters_before_the_place(tmp_path: Path) -> None:
    """Columns count characters, whatever bytes they take."""
    mistake = only(tmp_path / "x.yaml", "project: {title: 'é😀', what: 'ü', why: 1}\n")

    assert (mistake.line, mistake.column) == (1, 40)


FILES = {
    "empty": (b"", 0, 0, "the file is empty"),
    "blank": (b"\n \n", 0, 0, "the file is empty"),
    "comments": (b"# project:\n", 0, 0, "the file holds only comments"),
    "dashes": (b"---\n", 0, 0, "the file is empty"),
    "scalar": (b"hello\n", 1, 1, "expected a group of fields, got `hello`"),
    "latin": ("# x\ntitle: caf\xe9".encode("latin-1"), 2, 11, "the byte 0xe9 is not UTF-8"),
    "utf16": ("project: x".encode("utf-16"), 1, 1, "the file is UTF-16, not UTF-8"),
    "binary": (b"\x89PNG\r\n\x1a\n\x00", 1, 1, "the byte 0x89 is not UTF-8"),
    "nul": (b"project: a\x00b\n", 1, 11, "an invisible character, U+0000"),
    "escape": (b"project:\n  \x1b[31m\n", 2, 3, "an invisible character, U+001B"),
    "separator": ("project:\n  title: a\u2028b".encode(), 2, 11, "an invisible character, U+2028"),
    "deep": (b"[" * 10_000, 1, 1001, "more than 20 levels of nesting"),
    "deep braces": (b"{a: " * 10_000, 1, 78, "more than 20 levels of nesting"),
    "deep dashes": (b"- " * 10_000, 1, 41, "more than 20 levels of nesting"),
    "deep keys": (b"? " * 10_000, 1, 41, "more than 20 levels of nesting"),
    "deep block": (
        b"".join(b" " * n + b"a:\n" for n in range(1_200)),
        20,
        20,
        "more than 20 levels of nesting",
    ),
    "many keys": (b"{" + b"a," * 480_000 + b"}", 1, 20_001, "more than 20,000 values in one file"),
    "many lines": (b"a: 1\n" * 190_000, 10_000, 4, "more than 20,000 values in one file"),
    "anchors": (
        b"a: &a [x]\n" + b"".join(b"b: &b [*a, *a, *a, *a]\n" for _ in range(9)),
        1,
        4,
        "a value that starts with `&` needs quotes",
    ),
    "merge bomb": (b"a: *a\n<<: [*a, *a]\n", 1, 4, "a value that starts with `*` needs quotes"),
    "tag": (b"a: !!python/name:os.system\n", 1, 4, "a value that starts with `!` needs quotes"),
    "open quote": (b'a: "' + b"x\n" * 400_000, 1, 4, 'the quote `"` opened here is never closed'),
    "too large": (
        b"#" * (LIMIT + 1),
        0,
        0,
        "too large: 1,000,001 bytes, and at most 1,000,000 are read",
    ),
}


@pytest.mark.parametrize(("text", "line", "column", "message"), FILES.values(), ids=FILES)
def test_file(tmp_path: Path, text: bytes, line: int, column: int, message: str) -> None:
    """A file that holds no brief at all is refused in one line, at once."""
    mistake = only(tmp_path / "brief.yaml", text)

    assert (mistake.line, mistake.column, mistake.message) == (line, column, message)


def refusal(path: Path) -> Mistake:
    """Return the one mistake with `path` itself."""
    begun = time.process_time()
    with pytest.raises(KitError) as caught:
        load(path)

    assert time.process_time() - begun < 1
    (mistake,) = caught.value.mistakes
    assert (mistake.path, mistake.line, mistake.source) == (str(path), 0, "")
    return mistake


def test_no_file(tmp_path: Path) -> None:
    """A path that leads nowhere names the file that may be meant."""
    (tmp_path / "brief.yaml").write_text(GOOD)

    assert refusal(tmp_path / "breif.yaml").message == "no such file"
    assert refusal(tmp_path / "breif.yaml").hint == f"did you mean `{tmp_path / 'brief.yaml'}`?"
    assert refusal(tmp_path / "logo.svg").hint == ""
    assert refusal(tmp_path / "none" / "brief.yaml").message == "no such file"
    assert refusal(tmp_path / "brief.yaml" / "x").message == "no such file"
    assert refusal(Path("a\0b")).message == "embedded null byte"
    assert refusal(Path("a" * 300)).message == "file name too long"


def test_folder(tmp_path: Path) -> None:
    """A folder names the brief in it."""
    assert refusal(tmp_path).message == "a folder, not a file"
    assert refusal(tmp_path).hint == "name a file in it"

    (tmp_path / "brief.yaml").write_text(GOOD)

    assert refusal(tmp_path).hint == f"did you mean `{tmp_path / 'brief.yaml'}`?"


def test_large_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of 50 MB is refused unread."""
    path = tmp_path / "brief.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.delattr(Path, "open")

    assert refusal(path).message == "too large: 50,000,000 bytes, and at most 1,000,000 are read"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_special_files(tmp_path: Path) -> None:
    """A pipe or a device is never opened: reading it might take for ever."""
    os.mkfifo(tmp_path / "pipe")

    assert refusal(tmp_path / "pipe").message == "a device, a pipe or a socket, not a file"
    assert refusal(Path("/dev/zero")).message == "a device, a pipe or a socket, not a file"


def test_loop(tmp_path: Path) -> None:
    """A link to itself is refused."""
    (tmp_path / "brief.yaml").symlink_to("brief.yaml")

    assert refusal(tmp_path / "brief.yaml").message == "too many levels of symbolic links"


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read says so (root may read all, hence the stand-in)."""
    (tmp_path / "brief.yaml").write_text(GOOD)

    def deny(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)

    assert refusal(tmp_path / "brief.yaml").message == "no permission to read the file"


def test_many_mistakes(tmp_path: Path) -> None:
    """The first hundred mistakes are told, the rest counted; in less than a second of work."""
    begun = time.process_time()
    found = mistakes(
        tmp_path / "brief.yaml", "project:\n" + "".join(f"  titel{n}: x\n" for n in range(9_000))
    )

    assert time.process_time() - begun < 1
    assert len(found) == 101
    assert found[-1].message == "8,901 more mistakes from here on"
    assert found[-1].line == 101


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("9" * 5_000, f"expected `1`, got `{'9' * 39}…`"),
        ("9" * 5_000 + ".0", f"expected `1`, got `{'9' * 39}…`"),
        ("1.0e+999", "expected `1`, got `1.0e+999`"),
        (".nan", "expected `1`, got `.nan`"),
        ("0x1", "expected `1`, got `0x1`"),
        ("2001-99-99", "expected `1`, got `2001-99-99`"),
        ("1:" * 2_000 + "1", f"expected `1`, got `{'1:' * 19}1…`"),
        ("=", "expected `1`, got `=`"),
    ],
)
def test_odd_words(tmp_path: Path, written: str, message: str) -> None:
    """Words that make YAML readers fail, or grow, are refused like any other."""
    text = f"project: {{title: x, what: y}}\nbrief_version: {written}\n"

    assert only(tmp_path / "brief.yaml", text).message == message


class Page(Section):
    """A model of a front matter."""

    title: Annotated[Text, Audience.CANDIDATE]
    order: Annotated[Count, Audience.CANDIDATE] = 0


def test_read_any_model(tmp_path: Path) -> None:
    """`read` checks a file by the model it is given."""
    (tmp_path / "page.yaml").write_text("title: Job post\norder: 3\n")

    assert read(tmp_path / "page.yaml", Page) == Page(title=Text("Job post"), order=3)


class Shares(Section):
    """A model that checks its fields against each other."""

    ours: Annotated[Count, Audience.CANDIDATE]
    theirs: Annotated[Count, Audience.CANDIDATE]

    @model_validator(mode="after")
    def whole(self) -> Self:
        """Refuse shares that are no hundred together."""
        if self.ours + self.theirs != 100:
            raise refused("shares of a hundred together", "they are others")
        return self


class Deal(Section):
    """A model around one that checks its fields against each other."""

    shares: Annotated[Shares, Audience.CANDIDATE]


def test_fields_that_do_not_fit_together(tmp_path: Path) -> None:
    """What a group as a whole is refused for stands at its name, and says nothing of its form."""
    path = tmp_path / "deal.yaml"
    path.write_text("# a deal\nshares:\n  ours: 20\n  theirs: 30\n")

    with pytest.raises(KitError) as caught:
        read(path, Deal)

    (mistake,) = caught.value.mistakes
    assert (mistake.line, mistake.column, mistake.width, mistake.field) == (2, 1, 6, "shares")
    assert mistake.message == "expected shares of a hundred together"
    assert mistake.hint == "they are others"


def test_front_matter(tmp_path: Path) -> None:
    """A Markdown file gives its front matter, its body, and the line on which the body starts."""
    path = tmp_path / "page.md"
    path.write_text("---\ntitle: Job post\n---\n# {{ title }}\n\n---\n\nend\n")

    page, body, line = front_matter(path, Page)

    assert page.title == "Job post"
    assert body == "# {{ title }}\n\n---\n\nend\n"
    assert line == 4
    assert path.read_text().splitlines()[line - 1] == "# {{ title }}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Job post\n", (1, 1, "", "expected `---` on the first line")),
        ("", (1, 1, "", "expected `---` on the first line")),
        ("---\ntitle: x\n", (1, 1, "", "the front matter opened here is not closed")),
        ("---\n---\n", (1, 1, "title", "missing")),
        (
            "---\n\ntitle: x\norder: two\n---\n",
            (4, 8, "order", "expected a whole number, got `two`"),
        ),
        ("---\ntitle: a: b\n---\n", (2, 8, "", "a value with `: ` in it needs quotes")),
        ("---\ntitle: 'x\n---\n", (2, 8, "", "the quote `'` opened here is never closed")),
    ],
)
def test_bad_front_matter(tmp_path: Path, text: str, expected: tuple[int, int, str, str]) -> None:
    """Mistakes in a front matter have the lines of the whole file."""
    path = tmp_path / "page.md"
    path.write_text(text)

    with pytest.raises(KitError) as caught:
        front_matter(path, Page)

    (mistake,) = caught.value.mistakes
    assert (mistake.line, mistake.column, mistake.field, mistake.message) == expected


def test_front_matter_without_body(tmp_path: Path) -> None:
    """A file may end with its front matter, with or without a last line end."""
    for text in ("---\ntitle: x\n---", "---\ntitle: x\n---\n"):
        (tmp_path / "page.md").write_text(text)

        assert front_matter(tmp_path / "page.md", Page)[1:] == ("", 4)


TEXT = [": ", "- ", ":", '"', "'", "\t", " #x", "#", "\n", "  ", "\r", "\\", "\x00", "\u2028", "é"]
SIGNS = ["{", "}", "[", "]", ",", "&a ", "*a", "!t ", "|", ">", "? ", "%", "@", "`", "=", "<<: "]
WORDS = ["---\n", "...\n", "~", "yes", "1.5", "010", "10:30", "0x1F", ".inf", "2026-13-45"]
PIECES = st.sampled_from([*TEXT, *SIGNS, *WORDS])


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    """Return a good brief, cut and mended in up to four places."""
    data = GOOD.encode()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        data = data[:start] + draw(PIECES).encode() + data[start + draw(st.integers(0, 9)) :]
    return data


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=200) | mutations() | st.text(max_size=200).map(str.encode))
@example(b"")
@example(b"? \n")
@example(b"- ")
@example(b"\n\n[")
@example(b"%YAML 1.1\n\n\n")
@example(b"a: [b\n\n")
@example(b"a\n\n\n")
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Whatever a file holds, it is a brief, or is refused at places within the file."""
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(data)
    last = len(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))

    found: tuple[Mistake, ...] = ()
    try:
        load(path)
    except KitError as error:
        found = error.mistakes or (Mistake("", -1, 0, "", ""),)
    for mistake in found:
        assert 0 <= mistake.line <= last
        assert mistake.message
        assert mistake.column <= len(mistake.source) + 1
        assert str(mistake).count("\n") <= 3
        assert mistake.source.strip() or not mistake.line or "UTF-16" in mistake.message
