"""A department of a store: what its zone is called, and how one gets there from the door."""

from collections.abc import Iterable, Mapping

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.models.base import Base


class Department(Base):
    """The department of this zone; `title` and `way` by language."""

    __tablename__ = "departments"

    store_id: Mapped[str] = mapped_column(ForeignKey("stores.id"), primary_key=True)
    zone: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[dict[str, str]]
    way: Mapped[dict[str, str]]


def map_departments(session: Session, store_id: str) -> dict[str, Department]:
    """The store's departments by their zones."""
    query = select(Department).where(Department.store_id == store_id).order_by(Department.zone)
    return {department.zone: department for department in session.scalars(query)}


def name_zone(zone: str, departments: Mapping[str, Department], language: str) -> str:
    """What the zone's department is called in this language; one that no plan names, as its screens call it."""
    known = departments.get(zone)
    return choose_phrase(known.title, language) if known else zone[:1].upper() + zone[1:]


def set_departments(session: Session, store_id: str, departments: Iterable[Department]) -> None:
    """Let these be the store's departments, and no others."""
    session.execute(delete(Department).where(Department.store_id == store_id))
    session.add_all(departments)
