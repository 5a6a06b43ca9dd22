"""The door to Jinja2: a template and the facts of its audience into canonical Markdown.

In: templates, a document, facts. Out: Markdown. Whatever is printed is escaped on its way, so no
template escapes anything by hand, and a fact that the audience may not know is an error, not a
gap. Absent: files, HTML.
"""

from __future__ import annotations

import re
import traceback
from decimal import Decimal
from functools import cache, partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from jinja2 import (
    BytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from outsource_kit.brief.amounts import digits
from outsource_kit.brief.text import Prose
from outsource_kit.brief.written import Written
from outsource_kit.commonmark import canonical, code, contain, escape
from outsource_kit.figures.every import FIGURES
from outsource_kit.guidance.every import GUIDANCE
from outsource_kit.locales import number
from outsource_kit.mistakes import KitError, Mistake
from outsource_kit.plan import Facts
from outsource_kit.wording import word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import CodeType

    from jinja2.bccache import Bucket

    from outsource_kit.templates import Templates


Environment = ImmutableSandboxedEnvironment
"""Where templates are rendered; made once a kit."""


class _Words(str):
    """Text that is escaped when it enters Markdown."""

    __slots__ = ("plain",)

    plain: str
    """The value as a brief spells it, without its unit; for charts."""

    def __html__(self) -> str:
        return escape(self)


class _NotThere(StrictUndefined):
    """A name that a template uses and its facts do not have."""

    @property
    def _undefined_message(self) -> str:
        if isinstance(self._undefined_obj, SimpleNamespace):
            return f"`{self._undefined_name}` is not among the facts of this document's audience"
        return f"there is no `{self._undefined_name}` here"


def _printable(value: Any, language: str) -> Any:
    """Return what is printed for `value`; raise `ValueError` for what no reader should see."""
    if isinstance(value, Undefined) or hasattr(value, "__html__"):
        return value
    if isinstance(value, str):
        return _Words(value)
    if value is None or isinstance(value, bool):
        msg = f"prints `{value}`; ask first, as in `{{% if … %}}`"
        raise ValueError(msg)
    if isinstance(value, int | Decimal):
        return _Words(number(Decimal(value), language))
    if isinstance(value, SimpleNamespace | tuple | list):
        msg = "prints a whole section or list; name one of its fields"
        raise ValueError(msg)  # noqa: TRY004 - a mistake in a template, not a type
    msg = f"prints a {type(value).__name__}, which is no text"
    raise ValueError(msg)


def _wrap(value: Any, language: str) -> Any:
    """Return `value` for templates: words escape themselves, prose keeps its Markdown."""
    if isinstance(value, Facts):
        return SimpleNamespace(**{k: _wrap(v, language) for k, v in vars(value).items()})
    if isinstance(value, tuple):
        return tuple(_wrap(item, language) for item in value)
    if isinstance(value, Prose):
        return Markup(contain(value))  # noqa: S704 - contained: Markdown that ends where it ends
    if isinstance(value, Written | Decimal):
        words = _Words(word(value, language))
        words.plain = digits(value) if isinstance(value, Decimal) else str(value).split(" ")[0]
        return words
    return value


class _Derived(SimpleNamespace):
    """What follows from facts, worked out when a template first asks for it."""

    def __init__(self, named: Mapping[str, Callable[[Facts], object]], facts: Facts) -> None:
        super().__init__()
        self._named, self._facts = named, facts

    def __getattr__(self, name: str) -> Any:
        """Return what `name` stands for; raise `AttributeError` where the audience lacks facts."""
        if name.startswith("_") or name not in self._named:
            raise AttributeError(name)
        try:
            value = self._named[name](self._facts)
        except AttributeError as error:
            if isinstance(error.obj, Facts):
                raise
            raise RuntimeError(name) from error
        setattr(self, name, found := _wrap(value, self._facts.kit.language))
        return found


_TAG = re.compile(r"{%.*?%}|{#.*?#}")


def _standing(source: str) -> str:
    """Return `source` so that only a line of nothing but tags vanishes with them.

    Jinja2's `trim_blocks` also swallows the line break after a tag that ends a line of text.
    """
    lines = source.split("\n")
    for index, line in enumerate(lines):
        if line.endswith("%}") and _TAG.sub("", line).strip():
            lines[index] = f"{line[:-2].rstrip('+')}+%}}"
    return "\n".join(lines)


class _Compiled(BytecodeCache):
    """Keeps the code of templates for as long as the process runs; code holds no facts."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` with the code of its template, if the very same source was compiled."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code in `bucket`."""
        if bucket.code:
            self._kept[bucket.key, bucket.checksum] = bucket.code


@cache
def _compiled(_language: str = "") -> _Compiled:
    """Return the code of templates for one language: a number in a template is part of it."""
    return _Compiled()


def environment(templates: Templates, language: str) -> Environment:
    """Return an environment in which templates are rendered for one audience, in `language`.

    Audiences must not share one: what a template keeps in it would pass from one to the next.
    """

    def source(name: str) -> tuple[str, str, None] | None:
        found = templates.sources.get(name)
        return None if found is None else (_standing(found), str(templates.paths[name]), None)

    made = Environment(
        loader=FunctionLoader(source),
        undefined=_NotThere,
        finalize=partial(_printable, language=language),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_compiled(language),
    )
    made.filters["code"] = _code
    return made


def _code(text: object) -> Markup:
    """Return `text`, the name of a field or file, as code, in which nothing is escaped."""
    return Markup(code(str(text)))  # noqa: S704 - a span of code ends where it ends


def drawing(templates: Templates, template: str, said: Mapping[str, Any]) -> str:
    """Return the SVG of `template`, which may use what is `said`; raise `KitError` as `render`."""
    sources = FunctionLoader(templates.sources.get)
    drawer = Environment(
        loader=sources,
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_compiled(),
    )
    try:
        return drawer.get_template(template).render(said)
    except Exception as error:
        raise KitError(_mistake(template, template, error)) from error


def render(
    environment: Environment,
    template: str,
    facts: Facts,
    name: str,
    about: Mapping[str, Any],
) -> str:
    """Return the canonical Markdown of `template` for the audience that may know `facts`.

    `name` is what messages call the result; `about` holds what is said besides the facts: the
    document, the day by which it matters, its fingerprint. Raises `KitError` with template, line
    and reason.
    """
    language = facts.kit.language
    try:
        shown = {key: _wrap(value, language) for key, value in vars(facts).items()}
        shown["figures"] = _Derived(FIGURES, facts)
        shown["guidance"] = _Derived(GUIDANCE, facts)
        shown |= {key: _wrap(value, language) for key, value in about.items()}
        return canonical(environment.get_template(template).render(shown))
    except Exception as error:
        raise KitError(_mistake(template, name, error)) from error


def _mistake(template: str, name: str, error: Exception) -> Mistake:
    """Return where `error` arose in the templates of the document `name`, and why."""
    path, line = template, 0
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.endswith(".md"):
            path, line = frame.filename, frame.lineno or 0
    if isinstance(error, TemplateSyntaxError):
        path, line = error.filename or template, error.lineno
    why = str(error).split("\n")[0] or type(error).__name__
    if isinstance(error, TemplateNotFound):
        why = f"there is no template `{error.name}`"
    return Mistake(
        path, line, 1 if line else 0, "", f"document `{name}`: {why[0].lower()}{why[1:]}"
    )
