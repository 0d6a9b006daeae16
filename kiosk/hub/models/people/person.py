"""Somebody who works in a store and may sign in to the console."""

from typing import Literal

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.hub.models.base import Base
from kiosk.hub.models.people.sign_in import SignIn

Role = Literal["manager", "staff"]
ROLES: tuple[Role, ...] = ("manager", "staff")
LONGEST_NAME = 80


class Person(Base):
    """A person by the name that she signs in with, in lower case; `role` is one of `ROLES`."""

    __tablename__ = "persons"

    id: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"))
    name: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    password_hash: Mapped[str]


def normalise_name(name: str) -> str:
    """A name as it is compared: whether it was typed with capitals does not matter."""
    return name.strip().casefold()


def find_person(session: Session, name: str) -> Person | None:
    """The person who signs in with this name."""
    return session.scalar(select(Person).where(Person.name == normalise_name(name)))


def list_people(session: Session) -> list[Person]:
    """Everybody who may sign in, by store and name."""
    return list(session.scalars(select(Person).order_by(Person.store_id, Person.name)))


def remove_person(session: Session, person: Person) -> None:
    """Let the person in no more; whoever is signed in as her is signed out."""
    session.execute(delete(SignIn).where(SignIn.person_id == person.id))
    session.delete(person)
