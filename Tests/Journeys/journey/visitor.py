"""Somebody at a browser without JavaScript: cookies, pages, forms with and without files."""

import re
from urllib.parse import urlencode, urljoin, urlsplit

from .page import Page
from .papers import multipart


class Visitor:
    """One browser at one province."""

    def __init__(self, host, language="id", cookie=None):
        self.host, self.language = host, language
        self.cookies = dict([cookie.split("=", 1)]) if cookie else {}

    @property
    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def headers(self):
        return {
            "Accept": "text/html",
            "Accept-Language": self.language,
            **({"Cookie": self.cookie} if self.cookies else {}),
        }

    def keep(self, answer):
        """Takes the cookies of an answer along."""
        for line in answer.cookies:
            name, value = line.split(";")[0].split("=", 1)
            if "max-age=0" in line.lower():
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value
        return answer

    def answer(self, path, status=200):
        return self.keep(self.host.send("GET", path, headers=self.headers())).expect(status)

    def get(self, path, status=200):
        """The page at a path, checked as every page is."""
        answer = self.answer(path, status)
        page = Page(answer.text)
        assert page.inline == [] and page.title and page.language == self.language, (path, page.inline)
        assert len(answer.text) < 60 * 1024, (path, len(answer.text))
        assert len(re.findall(r"<h1\b", answer.text)) == 1, path
        assert "no-store" in answer.headers["cache-control"], path
        page.html, page.path = answer.text, path
        return page

    def send(self, path, action, files=None, **fields):
        """Fills in the form of the page whose action ends so; the answer to it. Names with dots go in as `a__b`."""
        page = path if isinstance(path, Page) else self.get(path)
        form = next(
            form for form in page.forms if form["method"] == "post" and form["action"].split("?")[0].endswith(action)
        )
        # Boxes and choices are sent where they are asked for, not because they are there.
        typed = {name: value for name, value in form["fields"].items() if name.startswith("_") or value}
        choices = set(re.findall(r'type="(?:radio|checkbox)"[^>]*? name="([^"]+)"', page.html))
        typed = {name: value for name, value in typed.items() if name not in choices and name != "lines.action"}
        typed.update({name.replace("__", "."): value for name, value in fields.items()})
        typed = {name: value for name, value in typed.items() if value is not None}
        headers = {**self.headers(), "Origin": self.host.url, "Sec-Fetch-Site": "same-origin"}
        if files:
            (field, content), *more = files.items()
            assert not more
            file_type = "application/pdf" if content.startswith(b"%PDF") else "image/jpeg"
            body, kind = multipart(content, name="foto.jpg", media_type=file_type, field=field, **typed)
            return self.keep(self.host.send("POST", form["action"], body, {**headers, **kind}))
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return self.keep(self.host.send("POST", form["action"], urlencode(typed).encode(), headers))

    def go(self, answer):
        """The page to which an answer leads."""
        answer.expect(303)
        parts = urlsplit(urljoin(self.host.url, answer.headers["location"]))
        return self.get(parts.path + (f"?{parts.query}" if parts.query else ""))
