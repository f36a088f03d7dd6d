"""What readers say of how clear a page is: the questions of Italian public sites, and a message."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

ADDRESS = "esperienze/scambio-pa/"
PUBLIC = f"https://innesto.example.org/{ADDRESS}"
POSITIVE = [
    "Le indicazioni erano chiare",
    "Le indicazioni erano complete",
    "Capivo sempre che stavo procedendo correttamente",
    "Non ho avuto problemi tecnici",
    "Altro",
]
NEGATIVE = [
    "A volte le indicazioni non erano chiare",
    "A volte le indicazioni non erano complete",
    "A volte non capivo se stavo procedendo correttamente",
    "Ho avuto problemi tecnici",
    "Altro",
]
HOSTILE = "L'indirizzo & il prezzo: 100% = <b>caro</b>?\nPerché #1 + 1…"


def part(page: Page, name: str) -> Locator:
    return page.locator(f"[data-element='{name}']")


def message(page: Page) -> str:
    return page.locator(".feedback pre").inner_text()


def sent(page: Page, way: str) -> dict[str, str]:
    """What a way out of the page would open, already written."""
    address = page.locator(".feedback a", has_text=way).get_attribute("href")
    assert address
    return {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}


@pytest.fixture
def record(page: Page, portal: str) -> Page:
    page.goto(f"{portal}{ADDRESS}")
    return page


def test_each_score_has_its_question_and_its_answers(record: Page) -> None:
    """As the validator looks at it: up to three the negative one, then the positive."""
    for name, question, answers in (
        ("positive", "Quali sono stati gli aspetti che hai preferito?", POSITIVE),
        ("negative", "Dove hai incontrato le maggiori difficoltà?", NEGATIVE),
    ):
        group = part(record, "feedback").locator(f"[data-element='feedback-rating-{name}']")
        asked = group.locator("legend[data-element='feedback-rating-question']")
        expect(asked).to_have_text(question)
        expect(group.locator("label[data-element='feedback-rating-answer']")).to_have_text(answers)
        expect(group).to_be_hidden()
    expect(part(record, "feedback-input-text")).to_be_hidden()
    for score in (1, 4, 3, 5, 2):
        part(record, f"feedback-rate-{score}").click()
        for name, shown in (("positive", score > 3), ("negative", score <= 3)):
            expect(part(record, f"feedback-rating-{name}")).to_be_visible(visible=shown)
        expect(part(record, "feedback-input-text")).to_be_visible()


def test_the_message_is_shown_before_it_leaves(record: Page) -> None:
    record.get_by_label("2 – poco").check()
    record.get_by_label("Ho avuto problemi tecnici", exact=True).check()
    record.get_by_label("Vuoi aggiungere qualcosa?").fill(HOSTILE)
    record.get_by_role("button", name="Vedi il messaggio").click()

    expect(record.get_by_role("heading", name="Il tuo messaggio")).to_be_focused()
    assert message(record) == (
        f"{PUBLIC}\n\nVoto: 2 su 5 (poco)\n"
        f"Dove hai incontrato le maggiori difficoltà? Ho avuto problemi tecnici\n\n{HOSTILE}"
    )
    assert sent(record, "per posta") == {
        "subject": "Quanto è chiara: Scambio PA",
        "body": message(record).replace("\n", "\r\n"),
    }
    assert sent(record, "su GitHub") == {
        "title": "Quanto è chiara: Scambio PA",
        "body": message(record),
    }


def test_what_is_changed_afterwards_is_in_the_message(record: Page) -> None:
    record.get_by_label("2 – poco").check()
    record.get_by_label("Ho avuto problemi tecnici", exact=True).check()
    record.get_by_role("button", name="Vedi il messaggio").click()
    record.get_by_label("5 – molto").check()

    assert message(record) == f"{PUBLIC}\n\nVoto: 5 su 5 (molto)"
    assert sent(record, "su GitHub")["body"] == message(record)
    record.get_by_label("2 – poco").check()
    assert "Ho avuto problemi tecnici" in message(record)


def test_the_longest_message_fits_an_address(record: Page) -> None:
    record.get_by_label("3 – così così").check()
    record.get_by_label("A volte non capivo").check()
    box = record.get_by_label("Vuoi aggiungere qualcosa?")
    box.press_sequentially("parole " * 90, delay=0)

    assert len(box.input_value()) == 600
    address = record.locator(".feedback a", has_text="per posta").get_attribute("href")
    assert address
    assert len(address) < 1800


def test_the_whole_way_by_keyboard(record: Page) -> None:
    record.get_by_label("1 – per niente").focus()
    for key in ("Space", "ArrowRight", "Tab", "Space", "Tab"):
        record.keyboard.press(key)
    expect(record.get_by_label("Vuoi aggiungere qualcosa?")).to_be_focused()
    record.keyboard.type("Mancano le date")
    record.keyboard.press("Tab")
    record.keyboard.press("Enter")

    assert "Voto: 2 su 5" in message(record)
    assert message(record).endswith(f"{NEGATIVE[0]}\n\nMancano le date")


def test_without_scripts_it_is_a_letter_to_write(browser: Browser, portal: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{portal}{ADDRESS}")

    expect(part(page, "feedback-title")).to_have_text(
        "Quanto sono chiare le informazioni su questa pagina?"
    )
    expect(part(page, "feedback").locator("p")).to_contain_text("da 1 (per niente) a 5 (molto)")
    assert sent(page, "per posta")["body"].strip() == PUBLIC
    context.close()
