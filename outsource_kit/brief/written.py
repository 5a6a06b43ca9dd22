"""How a value is spelled in a brief: as one string, in one form; anything else is refused.

In: what the author typed. Out: an immutable value, or an error that says what was expected.
Absent: how a value looks in a document (that depends on the language).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler


def refused(expected: str, hint: str = "") -> PydanticCustomError:
    """Return the error for a value that is not what its field takes.

    `expected` completes "expected …"; `hint` says what to write instead.
    """
    return PydanticCustomError(
        "refused", "expected {expected}", {"expected": expected, "hint": hint}
    )


class Written:
    """A value that a brief spells as one string, in one form."""

    expected: ClassVar[str]
    """What the value is, as in "expected …"."""

    hint: ClassVar[str] = ""
    """How it is written, with an example."""

    examples: ClassVar[tuple[str, ...]] = ()
    """Spellings that are accepted; shown by editors, held true by a test."""

    pattern: ClassVar[str] = ""
    """A regular expression that every accepted spelling matches."""

    @classmethod
    def parse(cls, written: str) -> Self:
        """Return the value that `written` spells; raise `ValueError` where it spells none."""
        raise NotImplementedError

    @classmethod
    def _validate(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise refused(cls.expected, cls.hint)
        try:
            return cls.parse(value.strip())
        except PydanticCustomError:
            raise
        except ValueError as error:
            raise refused(cls.expected, str(error) or cls.hint) from None

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let pydantic validate by `parse`, and write the value back by `str`."""
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe the value to editors as a string of its pattern."""
        schema: dict[str, Any] = {"type": "string"}
        if cls.pattern:
            schema["pattern"] = f"^(?:{cls.pattern})$"
        if cls.examples:
            schema["examples"] = list(cls.examples)
        return schema
