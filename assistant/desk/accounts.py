"""Librarians' accounts at the desk: sign-in with a second factor, sessions, invitations."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import anyio.to_thread
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assistant import staff
from assistant.desk.acts import ROLES, Librarian, require
from assistant.desk.audit import audit
from assistant.errors import BadRequest, Conflict, Forbidden, NotAllowed, NotFound
from assistant.escalate import vanish
from assistant.model import Event, Owner
from assistant.ports import Clock
from assistant.store import Database
from assistant.store import conversations as rows
from assistant.store.conversations import hashed
from assistant.store.desk_tables import InvitationRow, ProfileRow
from assistant.store.tables import ConversationRow, LibrarianRow, SessionRow

INVITED_FOR = timedelta(days=7)
LONGEST_NAME = 60
_ADMINISTRATORS = select(LibrarianRow.id).where(
    LibrarianRow.role == "administrator", LibrarianRow.active
)


@dataclass(frozen=True, slots=True)
class Me:
    """Whoever is signed in, and what their session needs."""

    librarian: Librarian
    csrf: str
    must_change: bool
    session: str  # the token's hash


@dataclass(frozen=True, slots=True)
class OpenSession:
    id: str
    device: str
    created_at: datetime
    seen_at: datetime
    here: bool


def profile(session: Session, librarian_id: str) -> ProfileRow:
    found = session.get(ProfileRow, librarian_id)
    if found is None:
        found = ProfileRow(librarian_id=librarian_id, totp_on=False, totp_used=0)
        session.add(found)
    return found


class Accounts:
    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock

    async def sign_in(self, login: str, password: str, code: str, device: str) -> str:
        """Open a session; its token. Raises NotAllowed alike for a wrong name, password or code."""
        found = await self.database.read(lambda s: _hash_of(s, login))
        good = await anyio.to_thread.run_sync(staff.fits, password, found)
        token = await self.database.run(lambda s: self._open(s, login, code, device, good))
        if token is None:
            raise NotAllowed("Name, password or code is not right.")
        return token

    def _open(self, session: Session, login: str, code: str, device: str, good: bool) -> str | None:
        at, row = self.clock.now(), staff.find(session, login)
        if not good or row is None or not _second_factor(session, row.id, code, at):
            known = row.login if row else "an unknown name"  # it may be a password, typed in haste
            audit(session, at, row.id if row else None, "sign_in_failed", known)
            return None
        token, _ = staff.open_session(session, row, device, at)
        row.presence, row.seen_at = "online", at
        audit(session, at, row.id, "sign_in", row.login)
        return token

    async def who(self, token: str) -> Me:
        """Raises NotAllowed when the session is over."""
        at = self.clock.now()

        def work(session: Session) -> Me:
            row, opened = staff.who_is(session, token, at)
            return Me(librarian_of(row), opened.csrf, row.must_change, opened.token_hash)

        return await self.database.read(work)

    async def sign_out(self, me: Me) -> None:
        def work(session: Session) -> None:
            session.execute(delete(SessionRow).where(SessionRow.token_hash == me.session))
            session.get_one(LibrarianRow, me.librarian.id).presence = "away"
            audit(session, self.clock.now(), me.librarian.id, "sign_out", me.librarian.id)

        await self.database.run(work)

    async def change_password(self, me: Me, old: str, new: str) -> None:
        """Change it, and end every other session. Raises BadRequest, Forbidden."""
        kept = await self.database.read(
            lambda s: s.get_one(LibrarianRow, me.librarian.id).password_hash
        )
        if not await anyio.to_thread.run_sync(staff.fits, old, kept):
            raise Forbidden("The present password is not right.")
        if old == new:
            raise BadRequest("Choose a password that you have not used here.")
        hash_ = await anyio.to_thread.run_sync(staff.hash_password, new)

        def work(session: Session) -> None:
            row = session.get_one(LibrarianRow, me.librarian.id)
            row.password_hash, row.must_change = hash_, False
            staff.close_sessions(session, row.id, keep=me.session)
            audit(session, self.clock.now(), row.id, "change_password", row.id)

        await self.database.run(work)

    async def rename(self, me: Me, name: str) -> None:
        """Change the name that readers see. Raises BadRequest."""
        name = " ".join(name.split())
        if not 0 < len(name) <= LONGEST_NAME:
            raise BadRequest(f"A name has 1 to {LONGEST_NAME} characters.")

        def work(session: Session) -> None:
            session.get_one(LibrarianRow, me.librarian.id).name = name
            audit(session, self.clock.now(), me.librarian.id, "rename", me.librarian.id, to=name)

        await self.database.run(work)

    async def sessions(self, me: Me) -> list[OpenSession]:
        def work(session: Session) -> list[OpenSession]:
            query = select(SessionRow).where(SessionRow.librarian_id == me.librarian.id)
            return [
                OpenSession(
                    r.token_hash[:16], r.device, r.created_at, r.seen_at, r.token_hash == me.session
                )
                for r in session.scalars(query.order_by(SessionRow.seen_at.desc()))
            ]

        return await self.database.read(work)

    async def revoke(self, me: Me, session_id: str) -> None:
        def work(session: Session) -> None:
            mine = SessionRow.librarian_id == me.librarian.id
            starts = func.substr(SessionRow.token_hash, 1, 16) == session_id
            session.execute(delete(SessionRow).where(mine, starts))
            audit(session, self.clock.now(), me.librarian.id, "revoke_session", session_id)

        await self.database.run(work)

    async def new_factor(self, me: Me) -> tuple[str, str]:
        """A secret for the librarian's authenticator app, and its otpauth address; not on yet."""
        import pyotp

        secret = pyotp.random_base32()

        def work(session: Session) -> str:
            found = profile(session, me.librarian.id)
            if found.totp_on:
                raise Conflict("Two-factor sign-in is on already.")
            found.totp_secret = secret
            return session.get_one(LibrarianRow, me.librarian.id).login

        login = await self.database.run(work)
        return secret, pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name="Refdesk")

    async def turn_factor(self, me: Me, code: str, *, on: bool) -> None:
        """Switch the second factor on or off, with a code that works. Raises BadRequest."""
        at = self.clock.now()

        def work(session: Session) -> None:
            found = profile(session, me.librarian.id)
            if not _code_fits(found, code, at):
                raise BadRequest("That code is not right. Wait for the next one and type it again.")
            found.totp_on = on
            found.totp_secret = found.totp_secret if on else None
            act = "second_factor_on" if on else "second_factor_off"
            audit(session, at, me.librarian.id, act, me.librarian.id)

        await self.database.run(work)

    async def has_factor(self, me: Me) -> bool:
        def work(session: Session) -> bool:
            found = session.get(ProfileRow, me.librarian.id)
            return bool(found and found.totp_on)

        return await self.database.read(work)

    async def invite(self, by: Librarian, login: str, name: str, role: str) -> str:
        """A token for one link that makes one account. Raises BadRequest, Conflict, Forbidden."""
        require(by, "administrator")
        login, name, at = login.strip().lower(), name.strip(), self.clock.now()
        if not login or not name or role not in ROLES:
            raise BadRequest("An invitation needs a sign-in name, a name for readers, and a role.")
        token = secrets.token_urlsafe(32)

        def work(session: Session) -> None:
            _free(session, login)
            session.add(
                InvitationRow(
                    token_hash=hashed(token),
                    login=login,
                    name=name,
                    role=role,
                    invited_by=by.id,
                    created_at=at,
                    expires_at=at + INVITED_FOR,
                )
            )
            audit(session, at, by.id, "invite", login, role=role)

        await self.database.run(work)
        return token

    async def invitations(self) -> list[InvitationRow]:
        """Those that may still be taken up, the newest first."""
        at = self.clock.now()
        open_ = select(InvitationRow).where(
            InvitationRow.used_at.is_(None), InvitationRow.expires_at > at
        )
        newest = open_.order_by(InvitationRow.created_at.desc())
        return await self.database.read(lambda s: list(s.scalars(newest)))

    async def withdraw(self, by: Librarian, login: str) -> None:
        """The links for a sign-in name open nothing any more. Raises Forbidden, NotFound."""
        require(by, "administrator")
        at = self.clock.now()

        def work(session: Session) -> None:
            for_them = (InvitationRow.login == login, InvitationRow.used_at.is_(None))
            if not session.scalars(select(InvitationRow).where(*for_them)).first():
                raise NotFound("There is no such invitation.")
            session.execute(delete(InvitationRow).where(*for_them))
            audit(session, at, by.id, "withdraw_invitation", login)

        await self.database.run(work)

    async def invitation(self, token: str) -> InvitationRow:
        """The invitation that a link opens. Raises NotFound when used or too old."""
        return await self.database.read(lambda s: _invitation(s, token, self.clock.now()))

    async def accept(self, token: str, password: str) -> str:
        """Make the account with the librarian's own password; the sign-in name."""
        await self.invitation(token)
        hash_ = await anyio.to_thread.run_sync(staff.hash_password, password)

        def work(session: Session) -> str:
            found = _invitation(session, token, self.clock.now())
            _free(session, found.login)
            row = staff.add_librarian(session, found.login, found.name, found.role)
            row.password_hash, row.must_change = hash_, False
            found.used_at = self.clock.now()
            audit(session, self.clock.now(), row.id, "accept_invitation", row.login)
            return row.login

        return await self.database.run(work)

    async def change(
        self, by: Librarian, librarian_id: str, role: str, active: bool, specialist: str = ""
    ) -> list[Event]:
        """Give a role, or switch an account off: its sessions end and its readers queue again."""
        require(by, "administrator")
        if role not in ROLES:
            raise BadRequest(f"A role is one of {', '.join(ROLES)}.")
        at = self.clock.now()

        def work(session: Session) -> list[Event]:
            # Of two administrators who take each other's role at once, the second finds one left.
            session.execute(_ADMINISTRATORS.order_by(LibrarianRow.id).with_for_update())
            row = _known(session, librarian_id)
            row.role, row.active = role, active
            profile(session, row.id).specialist = specialist or None
            session.flush()
            if not session.scalars(_ADMINISTRATORS).first():
                raise Conflict("Somebody has to be administrator.")
            audit(session, at, by.id, "change_account", row.login, role=role, active=str(active))
            return [] if active else _leave(session, row, at)

        return await self.database.run(work)

    async def reset(self, by: Librarian, librarian_id: str) -> staff.OneTime:
        """A one-time password for a colleague who lost theirs; the second factor goes too."""
        require(by, "administrator")

        def work(session: Session) -> staff.OneTime:
            row = _known(session, librarian_id)
            given = staff.one_time(row)
            found = profile(session, row.id)
            found.totp_on, found.totp_secret = False, None
            staff.close_sessions(session, row.id)
            audit(session, self.clock.now(), by.id, "reset_password", row.login)
            return given

        return await self.database.run(work)


def librarian_of(row: LibrarianRow) -> Librarian:
    return Librarian(row.id, row.name, row.role)


def _hash_of(session: Session, login: str) -> str | None:
    row = staff.find(session, login)
    return row.password_hash if row else None


def _known(session: Session, librarian_id: str) -> LibrarianRow:
    row = session.get(LibrarianRow, librarian_id)
    if row is None:
        raise NotFound("There is no such librarian.")
    return row


def _free(session: Session, login: str) -> None:
    if session.scalar(select(LibrarianRow.id).where(LibrarianRow.login == login)):
        raise Conflict(f"Somebody signs in as {login} already.")


def _invitation(session: Session, token: str, at: datetime) -> InvitationRow:
    found = session.get(InvitationRow, hashed(token))
    if found is None or found.used_at or found.expires_at < at:
        raise NotFound("This invitation has been used or is too old. Ask for a new one.")
    return found


def _leave(session: Session, row: LibrarianRow, at: datetime) -> list[Event]:
    staff.close_sessions(session, row.id)
    row.presence = "away"
    theirs = select(ConversationRow.id).where(
        ConversationRow.owner == Owner.LIBRARIAN, ConversationRow.librarian_id == row.id
    )
    lost = [rows.locked(session, id_) for id_ in session.scalars(theirs)]
    return [event for one in lost for event in vanish(session, one, at).events]


def _second_factor(session: Session, librarian_id: str, code: str, at: datetime) -> bool:
    found = session.get(ProfileRow, librarian_id, with_for_update=True)  # a code opens once
    return not (found and found.totp_on) or _code_fits(found, code, at)


def _code_fits(found: ProfileRow, code: str, at: datetime) -> bool:
    """A code opens once, and within half a minute of its time."""
    import pyotp

    if not found.totp_secret:
        return False
    totp, now = pyotp.TOTP(found.totp_secret), int(at.timestamp()) // 30
    given = "".join(code.split()).encode()
    for step in (now - 1, now, now + 1):
        if step > found.totp_used and secrets.compare_digest(totp.at(step * 30).encode(), given):
            found.totp_used = step
            return True
    return False
