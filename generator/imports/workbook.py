"""Workbooks: XLSX files as tables. Looked at as archives first; nothing in them is ever run."""

import io
import lzma
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from generator.imports.table import Cell, Table, table
from generator.imports.wording import COMMENTS, ERROR, FORMULA, SHEETS
from generator.problems import Invalid, one_line, suggestion

MAX_UNPACKED = 100 * 1024 * 1024
MAX_ENTRIES = 1_000

# A document type definition can name entities that grow without end, or files of this machine;
# ECMA-376, part 2, forbids it.
_DEFINITION = re.compile(
    b"|".join(re.escape("<!DOCTYPE".encode(name)) for name in ("utf-8", "utf-16-le", "utf-16-be")),
    re.IGNORECASE,
)
# A broken archive, an encrypted one, a compression that nobody uses, broken contents.
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
_ERROR = re.compile(r"#[A-Z]+[A-Z0-9/_]*[!?]?")
_LAST_ROW = 1_048_576


def workbook_table(data: bytes, sheet: str = "") -> Table:
    """The table of one sheet, the first unless another is named."""
    names = _checked_archive(data)
    said = (COMMENTS,) if any("comment" in name.lower() for name in names) else ()
    try:
        values, formulas = _opened(data, data_only=True), _opened(data, data_only=False)
        sheets = values.sheetnames
        name = sheet or sheets[0]
        if name in sheets:
            others = ", ".join(f"«{other}»" for other in sheets if other != name)
            notes = (SHEETS.format(read=name, others=others),) if others else ()
            return table(_rows(values[name], formulas[name]), (*notes, *said))
    except Invalid:
        raise
    except Exception:  # openpyxl lets out whatever broken XML and wrong types give
        raise Invalid("broken-workbook") from None
    raise Invalid("no-sheet", text=sheet, suggestion=suggestion(sheet, sheets))


def _checked_archive(data: bytes) -> list[str]:
    """The parts of the file. Refuses, before any is unpacked whole, what would not fit or could do
    harm."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            if size > MAX_UNPACKED or len(entries) > MAX_ENTRIES:
                raise Invalid(
                    "workbook-too-large",
                    size=size,
                    entries=len(entries),
                    maximum=MAX_UNPACKED,
                    most=MAX_ENTRIES,
                )
            for entry in entries:
                with archive.open(entry) as file:  # which gives no more than the size it declares
                    if _DEFINITION.search(file.read(entry.file_size + 1)):
                        raise Invalid("workbook-with-entities")
            return archive.namelist()
    except _UNREADABLE:
        raise Invalid("broken-workbook") from None


def _opened(data: bytes, *, data_only: bool) -> Any:
    """The workbook with what its formulas gave when it was saved, or with the formulas."""
    import openpyxl  # not above: the other commands need not wait for it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions, which nobody reads
        return openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False
        )


def _rows(values: Any, formulas: Any) -> Iterator[tuple[Cell, ...]]:
    for sheet in (values, formulas):
        sheet.reset_dimensions()  # what a file says of itself may be wrong
    found, written = (sheet.iter_rows(max_row=_LAST_ROW) for sheet in (values, formulas))
    for row, below in zip(found, written, strict=True):
        yield tuple(_cell(one.value, other) for one, other in zip(row, below, strict=True))


def _cell(value: Any, written: Any) -> Cell:
    """What a cell shows; a formula without a result, or with an error, as its own text."""
    formula = str(getattr(written.value, "text", written.value))
    is_formula = written.data_type == "f"
    if isinstance(value, str) and _ERROR.fullmatch(value):
        return Cell(formula if is_formula else "", ERROR.format(text=value, label="{label}"))
    if is_formula and value is None:
        return Cell(formula)
    if is_formula:
        shown = one_line(formula).replace("{", "{{").replace("}", "}}")
        return Cell(_text(value), FORMULA.format(formula=shown, label="{label}"))
    return Cell(_text(value))


def _text(value: Any) -> str:
    """A value as an editor would write it."""
    match value:
        case None:
            return ""
        case bool():
            return "si" if value else "no"
        case datetime() if value.time() == time.min:
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case float():  # as many digits as a spreadsheet shows, never an exponent
            return format(Decimal(f"{value:.15g}"), "f")
        case _:
            return str(value)
