"""The site of the demo centre: news, texts about the house, links at the bottom."""

from kulisy.kernel.demo import Stage, act
from kulisy.kernel.search.api import reindex_all
from kulisy.website.demo import pages

__all__ = ["write_site"]


@act("season", order=40)
def write_site(stage: Stage) -> None:
    """News of the last weeks, what the centre says of itself, and its declaration."""
    stage.say("Website: pages, news, links")
    pages.write_about(stage)
    pages.write_contact(stage)
    pages.write_declaration(stage)
    pages.write_news(stage)
    pages.write_settings(stage)
    stage.say("Website: what can be found")
    # At once, so that a visitor who comes before the background worker finds things too.
    reindex_all()
