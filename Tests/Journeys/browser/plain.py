"""Somebody who works in a browser whose scripts are off: reads, fills in, sends, goes back."""

from urllib.parse import urlsplit

from .chromium import PHONE


class Reader:
    """One signed-in person with a window of their own."""

    def __init__(self, chromium, host, who, look=PHONE):
        self.host = host
        self.window = chromium.window(look, java_script_enabled=False)
        self.page = self.window.new_page()
        self.go("/sign-in")
        self.page.fill("#email", who["email"])
        self.page.fill("#password", who["password"])
        self.page.click("main form button[type=submit]")
        assert self.path != "/sign-in", self.words

    @property
    def path(self):
        return urlsplit(self.page.url).path

    @property
    def words(self):
        return self.page.locator("main").inner_text()

    def go(self, path):
        answer = self.page.goto(self.host.url + path)
        assert answer.status == 200, f"{path} answers {answer.status}"
        return self

    def form(self, action):
        """The form whose address ends so, unfolded where it is folded away."""
        form = self.page.locator(f"main form[action$='{action}']").first
        folded = form.locator("xpath=ancestor::details[not(@open)]")
        if folded.count():
            folded.first.locator("summary").first.click()
        return form

    def fill(self, action, **fields):
        """Fills in fields by the ends of their names; `__` stands for a dot."""
        form = self.form(action)
        for name, text in fields.items():
            field = form.locator(f"[name$='.{name.replace('__', '.')}']").first
            if field.evaluate("field => field.tagName") == "SELECT":
                choose(field, text)
            else:
                field.fill(text)
        return form

    def send(self, action, **fields):
        """Sends the form; what the page says then."""
        self.fill(action, **fields).locator("button[type=submit]").first.click()
        wrong = self.page.locator("#errors")
        assert not wrong.count(), f"{action}: {wrong.inner_text()}"
        return self.words

    def close(self):
        self.window.close()


def choose(field, words):
    """The option that says these words, or has them as its value."""
    for option in field.locator("option").all():
        if words in (option.text_content() or "") or option.get_attribute("value") == words:
            field.select_option(option.get_attribute("value"))
            return
    raise AssertionError(f"no option says {words}: {field.inner_text()}")

