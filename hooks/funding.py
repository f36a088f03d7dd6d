"""Funding: how the site says that a programme of the European Union pays for it.

`extra.funding` names the programme and the logos; the words and the order of the marks are those of
the programme and of its cycle, in practices/vocabolari/.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator import routes
from generator.catalogue import Catalogue
from generator.problems import suggestion
from generator.records.terms import Programme
from generator.views.funding import Statement, Support, statements, support

_FORMATS = (".svg", ".png", ".jpg", ".webp")


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo beside the emblem; `mark` is its place in the order, where there is one."""

    mark: str
    name: str
    image: str
    width: int
    height: int


EMBLEM = Logo("unione-europea", "Emblema dell'Unione europea", routes.EMBLEM, 96, 64)
"""No other logo may be larger: Reg. (UE) 821/2014, art. 4; 2021/1060, annex IX."""


@dataclass(frozen=True, slots=True)
class Funding:
    """What the pages show: the words beside the emblem, and all the logos in their order."""

    programme: str
    statements: tuple[Statement, ...]
    logos: tuple[Logo, ...]


def read(config: MkDocsConfig, catalogue: Catalogue) -> Funding | None:
    """What `extra.funding` says; None without it. What would break the rules stops the build."""
    options = config.extra.get("funding")
    if not options:
        return None
    _check_keys(options, {"programme", "logos"}, "")
    programme, given = _programme(str(options.get("programme")), catalogue)
    order = [mark.id for mark in programme.marks or given.cycle.marks]
    logos = [_logo(logo, place, config) for place, logo in enumerate(options.get("logos") or [])]
    return Funding(programme.label, statements([given]), tuple(_in_order(logos, order)))


def _programme(name: str, catalogue: Catalogue) -> tuple[Programme, Support]:
    programmes = catalogue.vocabularies["programmi"]
    programme = programmes.get(name)
    if not isinstance(programme, Programme):
        near = suggestion(name, programmes)
        raise _refused("programme", f"«{name}» non è in practices/vocabolari/programmi.yml{near}")
    given = support(programme)
    if given is None:
        raise _refused(
            "programme",
            f"«{name}» non ha fondi dell'Unione europea, o il suo ciclo non ha una «dicitura»",
        )
    return programme, given


def _logo(options: Mapping[str, Any], place: int, config: MkDocsConfig) -> Logo:
    where = f"logos[{place}]"
    _check_keys(options, {"mark", "name", "image", "width", "height"}, where)
    name, image = str(options.get("name") or "").strip(), str(options.get("image") or "")
    if not name:
        raise _refused(f"{where}.name", "manca il nome, che legge chi non vede il logo")
    if not _is_shipped(image, config):
        raise _refused(
            f"{where}.image",
            f"«{image}», per «{name}», non è un'immagine di questo sito: copiala in docs/ e scrivi"
            f" da lì il suo indirizzo; può finire per {', '.join(_FORMATS)}",
        )
    width, height = (_length(options, side, where, name) for side in ("width", "height"))
    if width > EMBLEM.width or height > EMBLEM.height:
        raise _refused(
            where,
            f"l'emblema, {EMBLEM.width}×{EMBLEM.height}, sarebbe più piccolo di «{name}»,"
            f" {width}×{height}: riduci il logo, che non può essere né più largo né più alto",
        )
    return Logo(str(options.get("mark") or ""), name, image, width, height)


def _length(options: Mapping[str, Any], side: str, where: str, name: str) -> int:
    length = options.get(side)
    if type(length) is not int or length < 1:
        raise _refused(f"{where}.{side}", f"per «{name}» serve un numero intero di pixel")
    return length


def _is_shipped(image: str, config: MkDocsConfig) -> bool:
    path = PurePosixPath(image)
    folders = [config.docs_dir, *config.theme.dirs]
    return (
        path.suffix in _FORMATS
        and not path.is_absolute()
        and ".." not in path.parts
        and any((Path(folder) / path).is_file() for folder in folders)
    )


def _in_order(logos: Sequence[Logo], order: Sequence[str]) -> list[Logo]:
    """With the emblem, as the programme or the cycle wants; else the emblem, then as they come."""
    places = {mark: place for place, mark in enumerate(order)}
    for place, logo in enumerate(logos):
        if logo.mark == EMBLEM.mark:
            raise _refused(f"logos[{place}]", f"«{logo.name}» è un altro emblema: quello c'è già")
        if order and logo.mark not in places:
            known = ", ".join(mark for mark in order if mark != EMBLEM.mark)
            raise _refused(f"logos[{place}].mark", f"per «{logo.name}» serve uno fra: {known}")
    return sorted([EMBLEM, *logos], key=lambda logo: places.get(logo.mark, 0))


def _check_keys(options: object, known: set[str], where: str) -> None:
    if not isinstance(options, Mapping):
        raise _refused(where, f"servono delle chiavi: {', '.join(sorted(known))}")
    for key in options:
        if key not in known:
            raise _refused(where, f"non c'è nessuna chiave «{key}»{suggestion(str(key), known)}")


def _refused(where: str, reason: str) -> PluginError:
    return PluginError(f"mkdocs.yml: {'.'.join(filter(None, ('extra.funding', where)))}: {reason}.")
