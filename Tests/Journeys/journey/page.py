"""Pages, read as a browser without JavaScript reads them."""

import re
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin, urlsplit

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """Links, forms, text and what must not be there."""

    def __init__(self, text):
        super().__init__()
        self.links, self.forms, self.assets, self.words, self.inline, self.open = [], [], [], [], [], []
        self.spoken = []
        self.language = self.title = self.choice = None
        self.feed(text)
        self.close()
        assert self.open == [], f"not closed: {self.open}"

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.language = given.get("lang") if tag == "html" else self.language
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag in ("link", "script", "img") and (given.get("href") or given.get("src")):
            self.assets.append(given.get("href") or given.get("src"))
        if tag == "form":
            self.forms.append(
                {"action": given.get("action"), "method": given.get("method", "get").lower(), "fields": {}}
            )
        if tag in ("input", "select", "textarea") and given.get("name") and self.forms:
            self.forms[-1]["fields"][given["name"]] = given.get("value", "")
            self.choice = given["name"] if tag == "select" else self.choice
        if tag == "option" and "selected" in given and self.choice and self.forms:
            self.forms[-1]["fields"][self.choice] = given.get("value", "")
        if (
            "style" in given
            or any(name.startswith("on") for name in given)
            or (tag == "script" and "src" not in given)
        ):
            self.inline.append((tag, given))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"
        self.choice = None if tag == "select" else self.choice

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("script", "style"):
            self.words.append(data)
            self.spoken += [] if "code" in self.open else [data]
        if self.open and self.open[-1] == "title":
            self.title = data

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def opened(host, path, cookie=None, language="id", status=200):
    """One page, with all that holds for every page checked."""
    headers = {"Accept": "text/html", "Accept-Language": language, **({"Cookie": cookie} if cookie else {})}
    answer = host.send("GET", path, headers=headers).expect(status)
    assert answer.headers["content-type"].replace(" ", "").lower() == "text/html;charset=utf-8"
    policy = answer.headers["content-security-policy"]
    assert (
        "default-src 'none'" in policy
        and "frame-ancestors 'none'" in policy
        and "unsafe-inline" not in policy
    )
    page = Page(answer.text)
    assert page.inline == [] and page.title and page.language == language, (path, page.inline, page.language)
    keys = re.findall(r"(?<![\w@/.:-])[a-z]+(?:[A-Z][a-z]+)*(?:\.[a-z][A-Za-z]+){1,4}(?![\w@/-])", " ".join(page.spoken))
    assert not [key for key in keys if not key.endswith((".localhost", ".example", ".csv", ".pdf", ".id"))], (
        path,
        keys,
    )
    assert "{{" not in page.text and "%@" not in page.text and "Optional(" not in page.text
    return page


def walk(host, start, cookie=None, limit=60):
    """Follows all links within the host, breadth first; each must answer."""
    queue, seen = [start], set()
    while queue and len(seen) < limit:
        path = queue.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = host.send(
            "GET",
            path,
            headers={"Accept": "text/html", "Cookie": cookie} if cookie else {"Accept": "text/html"},
        )
        assert answer.status in (200, 302, 303), f"{path} answers {answer.status}"
        if answer.status == 200 and answer.headers["content-type"].startswith("text/html"):
            page = Page(answer.text)
            for link in page.links + page.assets:
                target = urlsplit(urljoin(host.url + path, link))
                if target.netloc == host.authority and not target.path.startswith("/sign-out"):
                    queue.append(target.path + (f"?{target.query}" if target.query else ""))
    return seen


def sign_in(host, who):
    """The session cookie after the sign-in form, followed as a browser would."""
    start = host.send("GET", "/", headers={"Accept": "text/html"}).expect(200)
    link = next(link for link in Page(start.text).links if re.search(r"sign-?in|log-?in|masuk", link))
    path = urlsplit(urljoin(host.url, link)).path
    answer = host.send("GET", path, headers={"Accept": "text/html"}).expect(200)
    form = next(form for form in Page(answer.text).forms if "password" in form["fields"])
    fields = {**form["fields"], "email": who["email"], "password": who["password"]}
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": host.url,
        "Sec-Fetch-Site": "same-origin",
    }
    if "set-cookie" in answer.headers:
        headers["Cookie"] = answer.headers["set-cookie"].split(";")[0]
    done = host.send(
        "POST",
        urlsplit(urljoin(host.url + path, form["action"] or path)).path,
        urlencode(fields).encode(),
        headers,
    )
    done.expect(302, 303)
    cookie = done.headers["set-cookie"]
    assert cookie.startswith("__Host-")
    for attribute in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert attribute.lower() in cookie.lower(), cookie
    return cookie.split(";")[0], urlsplit(urljoin(host.url, done.headers["location"])).path
