"""The templates of the page, and the parts that stand in it as they are."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template


def template(name: str) -> Template:
    """Return a template by its file name; everything it is given is escaped."""
    return _environment().get_template(name)


@cache
def part(path: str) -> str:
    """Return a file that lies beside this module, as text."""
    return files("onrecord.show").joinpath(*path.split("/")).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(lambda name: part(f"templates/{name}")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
