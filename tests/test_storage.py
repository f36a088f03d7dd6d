"""Storage: the site gets there whole, whatever stops it, and only what differs goes."""

import errno
import fcntl
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from hooks import sending, storage
from hooks.manifest import COPY, NAME, digests, parsed
from tests.building import ROOT

Site = dict[str, str]
BEFORE: Site = {
    "index.html": "casa",
    "404.html": "niente",
    "a/index.html": "una pagina",
    "b/index.html": "una che sarà tolta",
    "b/scheda.yml": "con il suo file",
    "stile.css": "nero",
    ".well-known/security.txt": "Contact",
    "vuoto.txt": "",
}
AFTER: Site = BEFORE | {
    "index.html": "casa, con un collegamento a c/",
    "stile.css": "blu",
    "c/index.html": "una pagina nuova",
    "c/qr.svg": "un disegno nuovo",
    "c/d/index.html": "una pagina più sotto",
}
del AFTER["b/index.html"], AFTER["b/scheda.yml"]


class Killed(BaseException):
    """What nobody can catch."""


class Moments:
    """Counts what is done, and does something else when it comes to a certain moment."""

    def __init__(self) -> None:
        self.passed: list[str] = []
        self.set()

    def set(self, at: int = -1, what: Callable[[], None] = lambda: None) -> None:
        self.passed, self.at, self.what = [], at, what

    def one(self, said: str) -> None:
        self.passed.append(said)
        if len(self.passed) - 1 == self.at:
            self.what()


class Kept(MemoryFileSystem):  # type: ignore[misc]  # fsspec has no types
    """A storage in memory, which writes in place and not at once, as some do."""

    protocol = "prova"
    moments = Moments()

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(MemoryFileSystem._strip_protocol(path.removeprefix("prova://")))

    def put_file(self, lpath: str, rpath: str, **options: Any) -> None:
        content = Path(lpath).read_bytes()
        self.pipe_file(rpath, content[: len(content) // 2])
        self.moments.one(f"put {_name(rpath)}")
        self.pipe_file(rpath, content)

    def rm_file(self, path: str) -> None:
        self.moments.one(f"rm {_name(path)}")
        super().rm_file(path)

    def cat_file(self, path: str, **options: Any) -> bytes:
        self.moments.one(f"cat {_name(path)}")
        return bytes(super().cat_file(path, **options))

    def ls(self, path: str, detail: bool = True, **options: Any) -> Any:
        self.moments.one(f"ls {_name(path)}")
        return super().ls(path, detail, **options)


def _name(path: str) -> str:
    return path.removeprefix("/").removeprefix("portale").removeprefix("/")


@pytest.fixture(autouse=True)
def _empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sync", lambda: Kept.moments.one("sync"))
    fsspec.register_implementation("prova", Kept, clobber=True)
    Kept.store.clear()
    Kept.pseudo_dirs[:] = [""]
    Kept.moments.set()


@pytest.fixture
def publish(tmp_path: Path) -> Callable[..., None]:
    """Send a site of these files."""

    def send(files: Site, url: str = "prova://portale", *options: str) -> None:
        site = tmp_path / "site"
        shutil.rmtree(site, ignore_errors=True)
        written(files, site)
        storage.main([str(site), url, *options])

    return send


def written(files: Site, folder: Path) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def there() -> Site:
    """What is in the place, but for its manifest."""
    files = {_name(name): bytes(file.getvalue()).decode() for name, file in Kept.store.items()}
    return {name: text for name, text in files.items() if name not in {NAME, COPY}}


def on_disk(folder: Path) -> Site:
    """The same, of a folder; an empty folder is an empty name of one."""
    files = {
        path.relative_to(folder).as_posix(): path.read_text() if path.is_file() else "…"
        for path in folder.rglob("*")
        if path.is_file() or not any(path.iterdir())
    }
    ours = {NAME, COPY, f"{NAME}.parte", f"{COPY}.parte"}
    return {name: text for name, text in files.items() if name not in ours}


def test_only_what_differs_goes_in_an_order_that_leads_readers_into_nothing_never(
    publish: Callable[..., None],
) -> None:
    publish(BEFORE)
    assert there() == BEFORE

    Kept.moments.set()
    publish(BEFORE)
    assert Kept.moments.passed == [f"cat {NAME}"]

    Kept.moments.set()
    publish(AFTER)
    assert there() == AFTER
    assert Kept.moments.passed == [
        f"cat {NAME}",
        f"put {COPY}",
        f"put {NAME}",
        "put c/qr.svg",
        "put c/d/index.html",
        "put c/index.html",
        "put stile.css",
        "put index.html",
        "rm b/scheda.yml",
        "rm b/index.html",
        f"cat {NAME}",
        f"put {COPY}",
        f"put {NAME}",
    ]


def test_what_was_not_there_yet_when_it_was_killed_goes_before_the_rest_again(
    publish: Callable[..., None],
) -> None:
    publish(BEFORE)
    Kept.moments.set(3, raising(Killed()))
    with pytest.raises(Killed):
        publish(AFTER)
    first, sent = Kept.moments.passed, "put c/qr.svg"
    assert first[-1] == sent
    Kept.moments.set()
    publish(AFTER)

    order = Kept.moments.passed
    assert order.index(sent) < order.index("put c/index.html") < order.index("put stile.css")


def moments_of(publish: Callable[[Site], None]) -> Iterator[int]:
    """Each moment of going from BEFORE to AFTER, from BEFORE."""
    publish(BEFORE)
    Kept.moments.set()
    publish(AFTER)
    for moment in range(len(Kept.moments.passed)):
        Kept.moments.set()
        publish(BEFORE)
        yield moment


def raising(error: BaseException) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


@pytest.mark.parametrize("at_once", [1, 500])
@pytest.mark.parametrize("then", [AFTER, BEFORE], ids=["the same", "back"])
def test_killed_at_any_moment_the_next_run_puts_right(
    publish: Callable[..., None], then: Site, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "_MOST_FILES", at_once)
    monkeypatch.setattr(sending, "_WORTH", 0)  # the manifest is written after each group
    for moment in moments_of(publish):
        Kept.moments.set(moment, raising(Killed()))
        with pytest.raises(Killed):
            publish(AFTER)
        held = there()
        assert held.keys() >= BEFORE.keys() & AFTER.keys(), moment
        if held["index.html"] == AFTER["index.html"]:
            assert held.items() >= AFTER.items(), moment

        Kept.moments.set(moment, raising(Killed()))  # and once more, later
        with suppress(Killed):
            publish(then)
        Kept.moments.set()
        publish(then)
        assert there() == then, moment


@pytest.mark.parametrize("then", [AFTER, BEFORE], ids=["the same", "back"])
def test_on_a_disk_files_are_whole_at_any_moment(
    publish: Callable[..., None], tmp_path: Path, then: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "portale"
    copy, real = shutil.copyfile, {name: getattr(Path, name) for name in ("replace", "unlink")}

    def half(one: str, other: Path) -> None:
        other.write_bytes(Path(one).read_bytes()[:1])
        Kept.moments.one(f"copy {other}")
        copy(one, other)

    def counted(name: str, path: Path, *options: Any, **more: Any) -> Any:
        Kept.moments.one(f"{name} {path}")
        return real[name](path, *options, **more)

    monkeypatch.setattr(shutil, "copyfile", half)
    for name in real:
        monkeypatch.setattr(
            Path, name, lambda *those, _name=name, **more: counted(_name, *those, **more)
        )

    for moment in moments_of(lambda files: publish(files, f"file://{place}")):
        Kept.moments.set(moment, raising(Killed()))
        with pytest.raises(Killed):
            publish(AFTER, f"file://{place}")
        held = on_disk(place)
        for name in BEFORE.keys() & AFTER.keys():
            assert held[name] in {BEFORE[name], AFTER[name]}, moment

        Kept.moments.set()
        publish(then, f"file://{place}")
        assert on_disk(place) == then, moment


def test_what_was_sent_before_a_failure_is_not_sent_again(
    publish: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "_MOST_FILES", 2)
    monkeypatch.setattr(sending, "_WORTH", 0)
    files = {f"{number}.txt": "x" for number in range(6)} | {"index.html": "casa"}
    fails = "put 4.txt"

    def one(said: str) -> None:
        Kept.moments.passed.append(said)
        if said == fails:
            raise Killed

    monkeypatch.setattr(Kept.moments, "one", one)
    with pytest.raises(Killed):
        publish(files)
    fails, Kept.moments.passed = "", []
    publish(files)

    sent = [said for said in Kept.moments.passed if said.startswith("put") and "json" not in said]
    assert sent == ["put 4.txt", "put 5.txt", "put index.html"]
    assert there() == files


def test_large_files_go_by_themselves(
    publish: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "_MOST_BYTES", 10)
    groups: list[list[str]] = []
    put = Kept.put

    def grouped(system: Kept, here: list[str], to: list[str], **options: Any) -> None:
        groups.append([_name(path) for path in to])
        put(system, here, to, **options)

    monkeypatch.setattr(Kept, "put", grouped)
    publish({"index.html": "casa", "a": "1234", "b": "12345", "c": "12", "d": "x" * 20, "e": ""})

    assert groups[2:-2] == [["a", "b"], ["c"], ["d"], ["e"], ["index.html"]]


def test_two_at_once_find_out_and_nothing_of_the_other_stays(
    publish: Callable[..., None], tmp_path: Path
) -> None:
    others = {**AFTER, "index.html": "un altro", "404.html": "sua", "e/index.html": "sua"}
    second = partial(storage.main, [str(written(others, tmp_path / "other")), "prova://portale"])
    publish(BEFORE)
    Kept.moments.set()
    publish(AFTER)
    passed = Kept.moments.passed
    begun = passed.index(f"put {NAME}")
    for moment in range(begun + 1, passed.index(f"cat {NAME}", begun) + 1):
        Kept.moments.set()
        publish(BEFORE)
        Kept.moments.set(moment, second)
        with pytest.raises(SystemExit, match="intanto un altro comando inviava nello stesso posto"):
            publish(AFTER)
        second()
        assert there() == others, moment


HOSTILE = {
    "../fuori.html": None,
    "/portale/../fuori.html": None,
    "x/../../fuori.html": "",
    "*": "",
    "**/altro*": "",
    "[a-z]*/altro.html": None,
    "": "",
    ".": "",
    NAME: "",
    COPY: "",
    "x\\..\\..\\fuori.html": "",
    "a\nb": "",
    "fuori\ud800": "",
    "index.html": 7,
    "a/index.html": ["altro"],
}


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"file": []}',
        b'{"invio": 3, "file": {"altro.html": ""}}',
        json.dumps({"invio": "x", "file": HOSTILE}).encode(),
    ],
    ids=range(9),
)
def test_a_manifest_that_makes_no_sense_leads_nowhere(
    publish: Callable[..., None], text: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    system = fsspec.filesystem("prova")
    others = {"/fuori.html": "x", "/portale/altro.html": "y", "/portale/dir/altro.html": "z"}
    for path, content in others.items():
        system.pipe_file(path, content.encode())
    system.pipe_file(f"/portale/{NAME}", text)

    publish(BEFORE)
    assert there() == BEFORE | {_name(path): content for path, content in others.items()}
    known = parsed(system.cat_file(f"/portale/{NAME}"))
    assert known.files.keys() == BEFORE.keys()
    assert ("non si legge: rimando tutto" in caplog.text) == (b"fuori" not in text)


def test_no_name_leads_out_of_a_folder(publish: Callable[..., None], tmp_path: Path) -> None:
    names = {**HOSTILE, "a": "", "dir": "", "index.html/x": "", "index.html/x/y": ""}
    manifest = json.dumps({"invio": "x", "file": names})
    others = {"altro.html": "y", "dir/altro.html": "z"}
    written({"fuori.html": "x"}, tmp_path)
    written({**others, NAME: manifest}, tmp_path / "portale")

    publish(BEFORE, str(tmp_path / "portale"))
    assert on_disk(tmp_path / "portale") == BEFORE | others
    assert (tmp_path / "fuori.html").read_text() == "x"


def test_a_power_cut_leaves_no_manifest_that_is_wrong(
    publish: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "portale"
    certain = {name for name in BEFORE.keys() & AFTER.keys() if BEFORE[name] == AFTER[name]}
    synced: list[tuple[Site, set[str]]] = []

    def sync() -> None:
        known = parsed((place / NAME).read_bytes())
        synced.append((on_disk(place), {name for name, digest in known.files.items() if digest}))

    publish(BEFORE, str(place))
    monkeypatch.setattr("os.sync", sync)
    publish(AFTER, str(place))

    assert synced == [
        (BEFORE, BEFORE.keys()),
        (BEFORE, certain),
        (AFTER, certain),
        (AFTER, AFTER.keys()),
    ]


def test_no_link_leads_out_of_a_folder(
    publish: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place, outside = tmp_path / "portale", written({"mia.html": "mia"}, tmp_path / "fuori")
    publish(BEFORE, str(place))
    (place / "via").symlink_to(outside)
    (place / "stile.css").unlink()
    (place / "stile.css").symlink_to(outside / "mia.html")
    (place / "stile.css.parte").symlink_to(outside / "mia.html")
    note = json.loads((place / NAME).read_text())
    (place / NAME).write_text(json.dumps(note | {"file": note["file"] | {"via/mia.html": ""}}))

    with pytest.raises(
        SystemExit, match=r"un collegamento porta fuori dalla cartella in «.*via/mia"
    ):
        publish(AFTER, str(place))
    assert on_disk(outside) == {"mia.html": "mia"}
    assert (place / "stile.css").read_text() == "blu"


def test_a_place_of_others_is_not_touched_unless_one_says_so(publish: Callable[..., None]) -> None:
    system = fsspec.filesystem("prova")
    others = {"index.html": "un altro sito", "suo.html": "suo"}
    for name, text in others.items():
        system.pipe_file(f"/portale/{name}", text.encode())

    with pytest.raises(SystemExit) as stopped:
        publish(BEFORE)
    assert str(stopped.value.code).startswith(
        "Non è stato inviato niente: lì ci sono già dei file, che non vengono da questo comando."
    )
    assert there() == others
    publish(BEFORE, "prova://portale", "--take-over")
    publish(AFTER)
    assert there() == AFTER | {"suo.html": "suo"}


HALFWAY = "Il sito in rete resta leggibile: rilancia per finire."
ANSWER = "Controlla l'indirizzo, la rete, le credenziali e i permessi."


@pytest.mark.parametrize(
    ("moment", "error", "told"),
    [
        (
            0,
            PermissionError("Access Denied"),
            "Non è stato inviato niente: la destinazione risponde «PermissionError: Access "
            f"Denied». {ANSWER}",
        ),
        (
            1,
            TimeoutError("no answer\n  in 60 s"),
            "Non è stato inviato niente: la destinazione risponde «TimeoutError: no answer in "
            f"60 s». {ANSWER}",
        ),
        (
            4,
            Exception("ServerError"),
            "L'invio si è fermato a metà: la destinazione risponde «Exception: ServerError». "
            f"{ANSWER} {HALFWAY}",
        ),
        (
            4,
            OSError(errno.ENOSPC, "No space left on device"),
            "L'invio si è fermato a metà: il disco è pieno. Libera dello spazio, poi rilancia. "
            f"{HALFWAY}",
        ),
        (
            8,
            KeyboardInterrupt(),
            f"L'invio si è fermato a metà: il comando è stato interrotto. {HALFWAY}",
        ),
    ],
)
def test_what_stops_it_is_said_in_one_line(
    publish: Callable[..., None], moment: int, error: BaseException, told: str
) -> None:
    publish(BEFORE)
    Kept.moments.set(moment, raising(error))
    with pytest.raises(SystemExit) as stopped:
        publish(AFTER)
    assert stopped.value.code == told


@pytest.mark.parametrize(
    ("files", "url", "told"),
    [
        ({"a.html": "a"}, "prova://portale", "non c'è un sito. Costruiscilo con «make site»."),
        ({}, "prova://portale", "non c'è un sito. Costruiscilo con «make site»."),
        (BEFORE, "mai://portale", f"«ValueError: Protocol not known: mai». {ANSWER}"),
        (BEFORE, "manca://portale", "manca un pacchetto di Python («ImportError: serve x»)."),
        (BEFORE, "file:///proc/portale", "in «/proc/portale»."),
        (
            BEFORE | {"foto[1].png": ""},
            "prova://portale",
            "«foto[1].png» ha nel nome segni che altrove non vanno. Cambiagli nome.",
        ),
    ],
)
def test_what_cannot_begin_sends_nothing(
    publish: Callable[..., None], files: Site, url: str, told: str
) -> None:
    fsspec.register_implementation("manca", "non.installato.Classe", clobber=True, errtxt="serve x")
    with pytest.raises(SystemExit) as stopped:
        publish(files, url)
    assert str(stopped.value.code).startswith("Non è stato inviato niente: ")
    assert told in str(stopped.value.code)
    assert there() == {}


def test_a_driver_that_sends_many_at_once_and_a_site_that_is_being_built(tmp_path: Path) -> None:
    site = written(BEFORE, tmp_path / "site")
    url = "asyncwrapper::memory://portale"
    command = [sys.executable, "-m", "hooks.storage", str(site), url]
    run = partial(subprocess.run, command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert run().stderr == "File da inviare o togliere: 8\nFatto: inviati 8 file su 8, tolti 0.\n"
    with site.with_name(".site.lock").open("w") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        assert run().stderr == (
            "Il sito non è cambiato: lo sta già costruendo o inviando un altro comando. "
            "Aspetta che finisca, poi rilancia.\n"
        )


def test_a_manifest_is_not_a_page(tmp_path: Path) -> None:
    assert digests(written(BEFORE | {NAME: "{}"}, tmp_path)).keys() == BEFORE.keys()
