"""The people of the demo centre, made as in life except for the invitations."""

from kulisy.kernel.demo import Stage, act
from kulisy.people.actions import open_account
from kulisy.people.queries import account_by_email
from kulisy.people.rules import Role

PASSWORD = "kasztanowo-demo"  # noqa: S105 - printed for everybody; a check keeps the demo off public addresses

CREW = (
    ("dyrekcja@kasztanowo.example", "Barbara Lisowska", Role.DIRECTOR),
    ("program@kasztanowo.example", "Tomasz Wierzba", Role.PROGRAMME_EDITOR),
    ("promocja@kasztanowo.example", "Ola Jarzębina", Role.PROMOTION),
    ("ceramika@kasztanowo.example", "Marta Glinka", Role.INSTRUCTOR),
    ("recepcja@kasztanowo.example", "Danuta Klon", Role.FRONT_DESK),
    ("ksiegowosc@kasztanowo.example", "Halina Sosna", Role.ACCOUNTANT),
    ("technika@kasztanowo.example", "Piotr Jesion", Role.TECHNICIAN),
    ("dostepnosc@kasztanowo.example", "Ewa Brzoza", Role.ACCESSIBILITY),
)


@act("season", order=10)
def open_accounts(stage: Stage) -> None:
    """One account for each role; the director acts in the scenes that follow."""
    for email, name, role in CREW:
        account = account_by_email(email) or open_account(
            email=email, name=name, roles=[role], password=PASSWORD, by=stage.by
        )
        if role is Role.DIRECTOR:
            stage.by = account
        stage.say(f"{role.label}: {email} / {PASSWORD}")
