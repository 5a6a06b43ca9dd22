"""Texts and amounts of a brief, made ready once for the rules that look through all of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from outsource_kit.brief import Audience
from outsource_kit.brief.amounts import Rate, digits
from outsource_kit.brief.said import Said
from outsource_kit.lint.amounts import NAMES, Amount, Held, amounts, roundings, values
from outsource_kit.lint.once import once
from outsource_kit.lint.pool import Pool
from outsource_kit.lint.typed import Typed, typed
from outsource_kit.lint.words import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from outsource_kit.brief import Brief


@dataclass(frozen=True)
class Told:
    """What a brief holds, by who may read it."""

    brief: Brief
    """The brief."""

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """Every amount, number, address and short name."""
        return values(self.brief)

    @cached_property
    def secret(self) -> Mapping[str, list[Amount]]:
        """The amounts that only the hirer may know, by number."""
        found: dict[str, list[Amount]] = {}
        for held in self.held:
            for amount in amounts(held) if held.audience is Audience.INTERNAL else ():
                found.setdefault(amount.number, []).append(amount)
        return found

    @cached_property
    def aloud(self) -> frozenset[str]:
        """The numbers of the amounts that others may know, and of the milestones together."""
        own = Audience.INTERNAL
        known = {a.number for held in self.held if held.audience is not own for a in amounts(held)}
        steps = [step.amount.amount for step in self.brief.schedule.milestones if step.amount]
        return frozenset(known | ({digits(sum(steps, Decimal(0)))} if steps else set()))

    @cached_property
    def typed(self) -> tuple[Typed, ...]:
        """The secret amounts that stand in texts of others, exact or rounded."""
        wanted = {number: list(found) for number, found in self.secret.items()}
        for amount in [amount for found in self.secret.values() for amount in found]:
            for near in roundings(amount):
                if not self._covers(near):
                    wanted.setdefault(near.number, []).append(near)
        return tuple(typed(self.shared, words_of(self.brief), wanted))

    def _covers(self, near: Amount) -> bool:
        """Return whether others may know that a rounded number is paid, or a range around it."""
        return near.number in self.aloud or any(
            rate.low <= int(near.number) <= rate.high and rate.unit == near.unit
            for rate in self._rates
        )

    @cached_property
    def _rates(self) -> tuple[Rate, ...]:
        """The rates that others may know."""
        known = (held.value for held in self.held if held.audience is not Audience.INTERNAL)
        return tuple(value for value in known if isinstance(value, Rate))

    @cached_property
    def shared(self) -> Pool:
        """The texts, addresses and short names that others may read."""
        own = Audience.INTERNAL
        return Pool(tuple([said for said in self._all if said.audience is not own]))

    @cached_property
    def own(self) -> Pool:
        """The texts, addresses and short names that only the hirer reads."""
        own = Audience.INTERNAL
        return Pool(tuple([said for said in self._all if said.audience is own]))

    @cached_property
    def public(self) -> Pool:
        """The texts, addresses and short names that candidates may read."""
        anyone = Audience.CANDIDATE
        return Pool(tuple([said for said in self._all if said.audience is anyone]))

    @cached_property
    def _all(self) -> tuple[Said, ...]:
        names = [held for held in self.held if isinstance(held.value, NAMES)]
        return (*self.brief.said, *(Said(h.place, h.value, h.audience) for h in names))


@once
def told(brief: Brief) -> Told:
    """Return what `brief` holds, by who may read it."""
    return Told(brief)
