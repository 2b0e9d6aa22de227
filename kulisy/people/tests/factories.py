"""Accounts and invitations for tests."""

import time
from itertools import count
from urllib.parse import parse_qs, urlsplit

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value

from kulisy.people.actions import invite, open_account
from kulisy.people.rules import Role

PASSWORD = "kapelusz-na-wieszaku"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
_numbers = count(1)


def make_account(*roles, name="Anna Kowal", email=None, **fields):
    account = open_account(
        email=email or f"osoba{next(_numbers)}@kasztanowo.example",
        name=name,
        roles=roles,
        password=PASSWORD,
        by=None,
    )
    for field, value in fields.items():
        setattr(account, field, value)
    account.save()
    return account


def make_director(**facts):
    return make_account(Role.DIRECTOR, name=facts.pop("name", "Barbara Lisowska"), **facts)


def make_invitation(*roles, email="nowa@kasztanowo.example", name="Nowa Osoba", by=None):
    return invite(email=email, name=name, roles=roles or [Role.PROMOTION], by=by)


def with_second_factor(account, secret=SECRET):
    TOTP.activate(account, secret)
    RecoveryCodes.activate(account)
    return account


def totp_code(secret=SECRET):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def next_of(response):
    return parse_qs(urlsplit(response["Location"]).query).get("next", [""])[0]
