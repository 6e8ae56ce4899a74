"""What a publisher adds to the record: identifiers, matters, payment terms. The record never says them, so a file does.

The file is TOML. What stands nearer to a row wins: its deliberation, then its body, then ``[defaults]``::

    [defaults]
    payment = "unique"
    eu_notified = false

    [bodies."Commune de Montarvel"]        # a name, case and accents aside, or a SIREN
    siret = "12345678900011"

    [beneficiaries."Harmonie de Montarvel"]
    rna = "W421001234"

    [deliberations."2023-12"]
    matter = "7.5"
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from delibgraph.identity import slug

_LA_POSTE = "356000000"  # its SIRETs add up to a multiple of five instead


class SettingsError(ValueError):
    """A settings file that cannot be used, with the place and the way out."""


def siret(value: str) -> str:
    """A SIRET that passes its check (https://www.sirene.fr/sirene/public/variable/siret).

    >>> siret("356 000 000 00048")
    '35600000000048'

    Raises:
        ValueError: not 14 digits, or a wrong key.
    """
    digits = "".join(value.split())
    if len(digits) != 14 or not (digits.isascii() and digits.isdigit()):
        raise ValueError(f"'{value}' is no SIRET: it has 14 digits, the 9 of the SIREN first")
    if not _keyed(digits[:9]) or not (_keyed(digits) or (digits.startswith(_LA_POSTE) and _sum(digits) % 5 == 0)):
        raise ValueError(f"'{value}' is no SIRET: its key is wrong, so a digit is")
    return digits


def _keyed(digits: str) -> bool:
    """Luhn's check: every second digit from the right doubled, the sum of all figures a multiple of ten."""
    return (
        _sum(figure if place % 2 == 0 else str(2 * int(figure)) for place, figure in enumerate(reversed(digits))) % 10
        == 0
    )


def _sum(figures: Iterable[str]) -> int:
    return sum(int(digit) for figure in figures for digit in figure)


Siret = Annotated[str, AfterValidator(siret)]
Rna = Annotated[str, StringConstraints(pattern=r"^W\d{9}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Terms(_Strict):
    """What can be said by default, for a body, or for one deliberation; all of it optional."""

    matter: Annotated[str, StringConstraints(pattern=r"^\d\.\d{1,2}$")] | None = None
    """Code of the @CTES matter on its second level, as "7.5"."""
    budget: str | None = None
    """Name of the budget that the sum is charged to; with it the year of the grant is published."""
    prefecture: Annotated[str, StringConstraints(pattern=r"^(S?PREF|SGAR)[0-9AB]{3,5}$")] | None = None
    url: str | None = None
    """Where the act is published; ``{document}`` stands for the file's name and ``{number}`` for the act's number."""
    convention_date: datetime.date | Literal["sitting"] | None = None
    """The day of the grant's convention; "sitting" takes the day of the decision, as where no convention is signed."""
    payment: Annotated[str, StringConstraints(min_length=1, max_length=256)] | None = None
    """"unique", "échelonné", or the terms in words."""
    payment_period: str | None = None
    """A day or two days with a slash between them; ``{year}`` stands for the year of the grant."""
    eu_notified: bool | None = None
    """Whether the grant was notified to the European Commission as de minimis aid."""


class BodyTerms(Terms):
    """Terms of one body, and its identifier."""

    siret: Siret | None = None


class Beneficiary(_Strict):
    """Identifiers of one beneficiary."""

    siret: Siret | None = None
    rna: Rna | None = None


class DatasetTerms(_Strict):
    """What the catalogue says of the data set (DCAT-AP)."""

    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+/$")]
    """The folder where the files will be found, ending in a slash."""
    publisher: str
    title: str | None = None
    description: str | None = None
    licence: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    """The licence's own IRI."""
    contact: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+$")] | None = None


class Settings(_Strict):
    """A whole settings file; an empty one adds nothing."""

    dataset: DatasetTerms | None = None
    defaults: Terms = Terms()
    bodies: dict[str, BodyTerms] = Field(default_factory=dict)
    beneficiaries: dict[str, Beneficiary] = Field(default_factory=dict)
    deliberations: dict[str, Terms] = Field(default_factory=dict)

    def body(self, name: str | None, siren: str | None) -> BodyTerms:
        """What the file says of a body, found by its SIREN or its name."""
        return self._bodies.get(siren or "") or self._bodies.get(slug(name or "")) or BodyTerms()

    def beneficiary(self, name: str) -> Beneficiary:
        """What the file says of a beneficiary."""
        return self._beneficiaries.get(slug(name), Beneficiary())

    def terms(self, name: str | None, siren: str | None, number: str | None) -> Terms:
        """What holds for a deliberation of a body: each term from the nearest place that says it."""
        nearest = (self._deliberations.get(slug(number or "")), self.body(name, siren), self.defaults)
        told = [place.model_dump(exclude_none=True, include=set(Terms.model_fields)) for place in nearest if place]
        return Terms.model_construct(**{key: value for place in reversed(told) for key, value in place.items()})

    @cached_property
    def _bodies(self) -> dict[str, BodyTerms]:
        return {slug(key): value for key, value in self.bodies.items()}

    @cached_property
    def _beneficiaries(self) -> dict[str, Beneficiary]:
        return {slug(key): value for key, value in self.beneficiaries.items()}

    @cached_property
    def _deliberations(self) -> dict[str, Terms]:
        return {slug(key): value for key, value in self.deliberations.items()}


def read_settings(path: Path | None) -> Settings:
    """The settings of a file; without one, settings that add nothing.

    Raises:
        SettingsError: no such file, no TOML, an unknown key or a wrong value; the message names the place.
    """
    if path is None:
        return Settings()
    try:
        return Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror} (check the path)") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: no TOML: {error} (https://toml.io)") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"{path}: {place}: {first['msg']}") from error
