"""Problems as forges show them: nothing dropped unsaid, nothing that an author's text breaks."""

import json
from html.parser import HTMLParser

import cmarkgfm
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.annotations import github, gitlab
from generator.exports.digest import markdown
from generator.problems import Location, Problem, Severity

LINES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)
HOSTILE = (
    "`` </code><script>alert(1)</script> @redazione www.example.org | "
    "![x](https://example.org) $`a`$"
)


def found(
    message: str = "x", *, line: int = 1, severity: Severity = Severity.ERROR, path: str = "a.yml"
) -> Problem:
    return Problem(Location(path, line), "temi[0]", "unknown-term", message, severity)


class Reader(HTMLParser):
    """The tags of some HTML, and the text of its code spans."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.code: list[str] = []
        self.inside = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        self.inside = tag == "code"
        if self.inside:
            self.code.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.code[-1] += data


def shown(problems: list[Problem]) -> Reader:
    return Reader(cmarkgfm.github_flavored_markdown_to_html("\n".join(markdown(problems))))


@given(LINES)
def test_no_text_leaves_its_code_span(text: str) -> None:
    page = shown([found(text)])

    assert page.tags == {"h2", "h3", "p", "strong", "ul", "li", "code"}
    assert page.code[2].split() == text.split()


def test_hostile_text_is_shown_as_written() -> None:
    page = shown([found(HOSTILE, path=f"practices/{HOSTILE}.yml")])

    assert page.tags == {"h2", "h3", "p", "strong", "ul", "li", "code"}
    assert page.code[0] == f"practices/{HOSTILE}.yml"
    assert page.code[2] == HOSTILE


def test_the_digest_counts_and_puts_files_with_errors_first() -> None:
    lines = list(
        markdown([found(severity=Severity.WARNING, path="a.yml"), found(line=7, path="b.yml")])
    )

    assert "Errori: **1**. Avvisi: **1**." in lines
    assert [line for line in lines if line.startswith("###")] == ["### `b.yml`", "### `a.yml`"]
    assert "- **errore**, riga 7, `temi[0]`: `x` [unknown-term]" in lines
    assert list(markdown([])) == ["## Controllo delle schede", "", "Nessun problema."]


def test_a_long_digest_fits_in_a_comment_and_says_what_it_leaves_out() -> None:
    lines = list(markdown([found("x" * 300, line=number) for number in range(1, 1001)]))

    assert len("\n".join(lines)) < 65_536
    rows = sum(line.startswith("- ") for line in lines)
    assert f"Altri {1000 - rows} problemi non stanno qui: sono nel registro." in lines


def test_github_gets_what_it_can_show_and_the_log_holds_the_rest() -> None:
    problems = [found(f"w{number}", severity=Severity.WARNING) for number in range(10)]
    problems += [found(f"e{number}") for number in range(12)]
    lines = list(github(problems))
    errors = [line for line in lines if line.startswith("::error")]
    warnings = [line for line in lines if line.startswith("::warning")]

    assert len(errors) == len(warnings) == 10
    assert lines.index(errors[-1]) < lines.index(warnings[0])
    assert errors[-1] == "::error::altri 3 errori: sono nel riepilogo e in fondo al registro"
    assert lines[20:] == [str(problem) for problem in problems[-3:]]


def test_no_text_is_a_command_to_github() -> None:
    problems = [found(f"##[error]{number}\n::error::x%") for number in range(11)]
    lines = "\n".join(github(problems[:10])).split("\n")

    assert len(lines) == 10
    assert not any("##[" in line for line in github(problems) if not line.startswith("::"))


def test_gitlab_tells_equal_problems_apart_and_not_by_their_lines() -> None:
    rows = json.loads("".join(gitlab([found("x"), found("x", line=9), found("x", path="b.yml")])))
    moved = json.loads("".join(gitlab([found("x", line=3), found("x", line=12)])))

    prints = [row["fingerprint"] for row in rows]
    assert len(set(prints)) == 3
    assert [row["fingerprint"] for row in moved] == prints[:2]
    assert rows[1] == {
        "description": "temi[0]: x",
        "check_name": "unknown-term",
        "fingerprint": prints[1],
        "severity": "major",
        "location": {"path": "a.yml", "lines": {"begin": 9}},
    }
    (warning,) = json.loads("".join(gitlab([found(severity=Severity.WARNING)])))
    assert warning["severity"] == "minor"


def test_an_empty_report_is_a_report() -> None:
    assert json.loads("".join(gitlab([]))) == []
    assert list(github([])) == []
