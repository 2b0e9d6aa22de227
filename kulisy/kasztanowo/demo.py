"""The demo season of an invented town, played through the programme's own actions."""

from kulisy.kasztanowo import cast, dates, pictures, season
from kulisy.kernel.demo import Stage, act

__all__ = ["play_season"]


@act("season", order=30)
def play_season(stage: Stage) -> None:
    """A season of classes, sixty events around today, a festival and an exhibition."""
    stage.say("Programme: lists, people and organisations")
    lists = cast.fill_lists(stage)
    people = cast.fill_people(stage)
    organisations = cast.fill_organisations(stage)
    stage.say("Programme: classes of the season")
    season.fill_classes(stage, lists=lists, people=people)
    stage.say("Programme: events, a festival and an exhibition")
    shown = dates.fill_events(stage, lists=lists, people=people)
    signs = dates.fill_backing(stage, shown=shown, organisations=organisations)
    stage.say("Programme: pictures")
    pictures.fill_pictures(stage, shown=shown)
    pictures.fill_signs(stage, organisations=organisations, signs=signs)
    stage.say("Programme: what changed since it was announced")
    dates.change_some(stage, shown=shown)
