"""Many partnerships, of which the real ones and the invented one are only the beginning: copies of them under other names."""

from collections import defaultdict
from dataclasses import replace
from itertools import count, islice

from helper.engine.model import Model
from helper.publish.pages import site_pages
from helper.publish.site import Assets, Site
from tests.partnerships import every_partnership


def many(number: int) -> tuple[Model, ...]:
    """Give as many models; each round has ids that end in its number: `salford-0`, `harrow-0` ..., `salford-1` ..."""
    models = [partnership.model for partnership in every_partnership()]
    named = (
        replace(model, procedure=replace(model.procedure, id=f"{model.procedure.id}-{turn}", name=f"{model.procedure.name} {turn}"))
        for turn in count()
        for model in models
    )
    return tuple(islice(named, number))


def compare_html(models: tuple[Model, ...], script: str = "") -> str:
    """Give the page of comparisons of these; `script` is the address of its script from the site's root."""
    assets = Assets(defaultdict(str, {"compare.js": script}), {}, {})
    made = site_pages(Site(models, "Thursday 26 November 2026", assets))
    return next(page.html for page in made if page.path == "compare/index.md")
