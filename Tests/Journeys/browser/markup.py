"""What the checks have to know about the markup of a page."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# Attributes that change how an element looks or what it means to a screen reader.
TELLING = ("class", "type", "role", "data-tone", "data-state", "aria-current", "aria-invalid", "open", "lang")
REFERENCES = ("aria-describedby", "aria-labelledby", "aria-controls", "aria-errormessage", "for")
UNLABELLED = {"hidden", "submit", "button", "reset"}


@dataclass
class Control:
    """A field of a form."""

    tag: str
    given: dict
    is_inside_label: bool

    @property
    def needs_label(self):
        return self.given.get("type") not in UNLABELLED

    def __str__(self):
        return f"{self.tag}[name={self.given.get('name')}]"


@dataclass
class Form:
    """A form and its fields."""

    action: str
    method: str
    controls: list = field(default_factory=list)
    buttons: list = field(default_factory=list)


class Markup(HTMLParser):
    """One page, read once."""

    def __init__(self, text):
        super().__init__()
        self.language, self.title, self.headings = None, "", []
        self.links, self.assets, self.forms, self.inline = [], [], [], []
        self.ids, self.references, self.labelled = [], [], set()
        self.words, self.unnamed, self.shape = [], [], set()
        self.open, self.misplaced = [], []
        self.feed(text)
        self.close()
        self.misplaced += [f"<{entry[0]}> is not closed" for entry in self.open]

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.note_shape(tag, given)
        self.note_identity(tag, given)
        if tag == "html":
            self.language = given.get("lang")
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag in ("link", "script", "img") and (given.get("href") or given.get("src")):
            self.assets.append(given.get("href") or given.get("src"))
        if tag == "img" and "alt" not in given:
            self.unnamed.append(f"<img src={given.get('src')}> has no alt")
        if tag == "style" or "style" in given or any(name.startswith("on") for name in given):
            self.inline.append(f"<{tag}> {given}")
        if tag == "script" and "src" not in given:
            self.inline.append("<script> without src")
        self.note_form(tag, given)
        if tag not in VOID:
            self.open.append((tag, given, []))

    def note_shape(self, tag, given):
        mine = tag + "".join(f"[{name}={given[name]}]" for name in TELLING if name in given)
        above = self.open[-1][0] if self.open else ""
        self.shape.add(f"{above}>{mine}")

    def note_identity(self, tag, given):
        if given.get("id"):
            self.ids.append(given["id"])
        for name in REFERENCES:
            self.references += (given.get(name) or "").split()
        if tag == "label" and given.get("for"):
            self.labelled.add(given["for"])

    def note_form(self, tag, given):
        if tag == "form":
            self.forms.append(Form(given.get("action") or "", given.get("method", "get").lower()))
        if tag == "button" and given.get("type", "submit") == "submit" and self.forms:
            self.forms[-1].buttons.append(given)
        if tag in ("input", "select", "textarea"):
            inside = any(entry[0] == "label" for entry in self.open)
            if not self.forms:
                self.forms.append(Form("", "none"))
            self.forms[-1].controls.append(Control(tag, given, inside))

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.misplaced.append(f"</{tag}> closes nothing")
            return
        _, given, words = self.open.pop()
        said = " ".join("".join(words).split())
        if tag == "h1":
            self.headings.append(said)
        if tag == "title":
            self.title = said
        if tag in ("a", "button", "summary", "legend", "label", "th", "caption") and not said:
            if not given.get("aria-label") and not given.get("aria-labelledby") and tag != "th":
                self.unnamed.append(f"<{tag}> says nothing: {given}")

    def handle_data(self, data):
        if any(entry[0] in ("script", "style") for entry in self.open):
            return
        for entry in self.open:
            entry[2].append(data)
        if any(entry[0] in ("code", "textarea") for entry in self.open):
            return
        tongues = [entry[1]["lang"] for entry in self.open if entry[1].get("lang")]
        if not tongues or tongues[-1] == self.language:
            self.words.append(data)
