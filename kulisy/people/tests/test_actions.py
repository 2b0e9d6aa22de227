from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from kulisy.kernel.audit import history_of
from kulisy.kernel.errors import Refused
from kulisy.kernel.models import Job
from kulisy.people import actions, privacy, queries, tokens
from kulisy.people.models import Account, Invitation
from kulisy.people.rules import Refusal, Role
from kulisy.people.tests.factories import PASSWORD, make_account, make_director, make_invitation

pytestmark = pytest.mark.django_db


def token_of(invitation):
    return tokens.sign(invitation_id=invitation.pk, times_sent=invitation.times_sent)


def refusal_of(action, **arguments):
    with pytest.raises(Refused) as no:
        action(**arguments)
    return no.value.reason


def test_invite_keeps_the_roles_and_queues_one_message():
    director = make_director()

    invitation = make_invitation(Role.TECHNICIAN, Role.PROMOTION, by=director)

    assert invitation.roles == ["promotion", "technician"]
    jobs = Job.objects.filter(name="people.send_invitation")
    assert [job.arguments for job in jobs] == [{"invitation_id": invitation.pk}]
    assert [entry.by_id for entry in history_of(invitation)] == [director.pk]


def test_invite_refuses_somebody_who_has_an_account_however_spelt():
    make_account(email="ola@kasztanowo.example")

    reason = refusal_of(
        actions.invite, email=" Ola@Kasztanowo.example", name="Ola", roles=[Role.PROMOTION], by=None
    )

    assert reason == Refusal.ADDRESS_TAKEN


def test_invite_refuses_nobody_without_an_account():
    make_account(email="ola@kasztanowo.example")

    assert make_invitation(email="ula@kasztanowo.example").email == "ula@kasztanowo.example"


def test_invite_wants_a_role():
    reason = refusal_of(actions.invite, email="a@b.example", name="A", roles=[], by=None)

    assert reason == Refusal.NO_ROLE


def test_a_second_invitation_replaces_the_first():
    first = make_invitation()

    second = make_invitation(Role.FRONT_DESK)

    assert list(queries.open_invitations()) == [second]
    assert (
        refusal_of(actions.refuse_if_over, invitation=_fresh(first)) == Refusal.INVITATION_WITHDRAWN
    )


def _fresh(invitation):
    return Invitation.objects.get(pk=invitation.pk)


def test_accept_opens_an_account_with_the_invited_roles():
    invitation = make_invitation(Role.INSTRUCTOR)

    account = actions.accept_invitation(invitation=invitation, name="Marta", password=PASSWORD)

    assert (account.email, account.name) == ("nowa@kasztanowo.example", "Marta")
    assert queries.roles_of(account) == [Role.INSTRUCTOR]
    assert account.check_password(PASSWORD)
    assert list(account.emailaddress_set.values_list("email", "verified")) == [
        ("nowa@kasztanowo.example", True)
    ]


def test_accept_works_once():
    invitation = make_invitation()
    actions.accept_invitation(invitation=invitation, name="Marta", password=PASSWORD)

    reason = refusal_of(
        actions.accept_invitation, invitation=invitation, name="Marta", password=PASSWORD
    )

    assert reason == Refusal.INVITATION_USED
    assert Account.objects.filter(email=invitation.email).count() == 1


def test_accept_is_refused_after_seven_days_and_works_when_sent_again():
    invitation = make_invitation()
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        reason = refusal_of(
            actions.accept_invitation, invitation=invitation, name="Marta", password=PASSWORD
        )
        again = actions.resend_invitation(invitation=invitation, by=None)
        account = actions.accept_invitation(invitation=again, name="Marta", password=PASSWORD)

    assert reason == Refusal.INVITATION_EXPIRED
    assert account.pk is not None


def test_sending_again_makes_the_earlier_link_useless():
    invitation = make_invitation()
    earlier = token_of(invitation)

    latest = token_of(actions.resend_invitation(invitation=invitation, by=None))

    assert queries.invitation_of(earlier) is None
    assert queries.invitation_of(latest) == invitation


@pytest.mark.parametrize(
    "change", [lambda t: t[:-1], lambda t: "x" + t[1:], lambda _t: "", str.upper]
)
def test_a_changed_token_leads_nowhere(change):
    token = token_of(make_invitation())

    assert queries.invitation_of(token) is not None
    assert queries.invitation_of(change(token)) is None


def test_a_role_given_twice_is_written_down_once():
    account = make_account()

    for _time in range(2):
        actions.give_role(account=account, role=Role.TECHNICIAN, by=None)

    assert queries.roles_of(account) == [Role.TECHNICIAN]
    assert history_of(account).filter(verb="people.give_role").count() == 1


def test_the_last_director_stays():
    only, editor = make_director(), make_account(Role.PROGRAMME_EDITOR)

    reason = refusal_of(actions.take_role, account=only, role=Role.DIRECTOR, by=editor)

    assert reason == Refusal.LAST_DIRECTOR
    assert refusal_of(actions.close_account, account=only, by=editor) == Refusal.LAST_DIRECTOR


def test_one_of_two_directors_may_go():
    leaving, staying = make_director(), make_director()

    actions.take_role(account=leaving, role=Role.DIRECTOR, by=staying)

    assert queries.roles_of(leaving) == []


def test_a_closed_director_does_not_count_as_the_other_one():
    closed, acting, only = make_director(), make_director(), make_director()
    actions.close_account(account=closed, by=only)
    actions.close_account(account=acting, by=only)

    assert refusal_of(actions.close_account, account=only, by=acting) == Refusal.LAST_DIRECTOR


def test_nobody_closes_their_own_account():
    director = make_director()
    make_director()

    assert refusal_of(actions.close_account, account=director, by=director) == Refusal.OWN_ACCOUNT


def test_a_closed_account_has_no_role_until_it_is_opened_again():
    director, editor = make_director(), make_account(Role.PROGRAMME_EDITOR)

    actions.close_account(account=editor, by=director)
    closed = queries.has_role(editor, Role.PROGRAMME_EDITOR)
    actions.reopen_account(account=editor, by=director)

    assert closed is False
    assert queries.has_role(editor, Role.PROGRAMME_EDITOR) is True


def test_erasing_keeps_a_nameless_row():
    editor = make_account(Role.PROGRAMME_EDITOR)

    privacy.erase(editor.pk)

    kept = Account.objects.get(pk=editor.pk)
    assert (kept.name, kept.is_active, kept.has_usable_password()) == ("", False, False)
    assert "osoba" not in kept.email
    assert list(kept.emailaddress_set.all()) == []
