"""An official at work in a browser without JavaScript: pages are opened, forms filled in and sent."""

import re
from urllib.parse import urlencode

from .page import Page, opened, sign_in


class Clerk:
    """Somebody who is signed in with a browser."""

    def __init__(self, host, who):
        self.host = host
        self.cookie, self.home = sign_in(host, who)

    def see(self, path, language="id", status=200):
        """A page, with all that holds for every page checked."""
        return opened(self.host, path, self.cookie, language=language, status=status)

    def html(self, path):
        headers = {"Accept": "text/html", "Cookie": self.cookie}
        answer = self.host.send("GET", path, headers=headers).expect(200)
        assert len(answer.body) < 60 * 1024, f"{path} has {len(answer.body)} bytes"
        assert "no-store" in answer.headers["cache-control"], (path, answer.headers["cache-control"])
        return answer.text

    def option(self, path, words):
        """The value of the option that says these words."""
        found = re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)', self.html(path))
        return next(value for value, said in found if words in said)

    def form(self, path, action):
        """The form of the page whose address ends so."""
        forms = [form for form in Page(self.html(path)).forms if form["method"] == "post"]
        return next(form for form in forms if form["action"].split("?")[0].endswith(action))

    def send(self, path, action, fields=None, without=()):
        """Fills in a form and sends it; the answer to it."""
        form = self.form(path, action)
        values = {**form["fields"], **(fields or {})}
        return self.post(form["action"], {name: text for name, text in values.items() if name not in without})

    def post(self, action, values):
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": "text/html",
            "Cookie": self.cookie,
            "Origin": self.host.url,
            "Sec-Fetch-Site": "same-origin",
        }
        return self.host.send("POST", action, urlencode(values).encode(), headers)

    def does(self, path, action, fields=None, without=()):
        """Sends a form that is accepted; the path to which it leads."""
        return self.send(path, action, fields, without).expect(303).headers["location"]

    def refused(self, path, action, fields=None, status=422, without=()):
        """Sends a form that is refused; the page that says why."""
        return Page(self.send(path, action, fields, without).expect(status).text)
