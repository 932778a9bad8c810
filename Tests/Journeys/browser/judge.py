"""What must hold of every page, whoever reads it."""

import re

from .words import foreign_words

KILOBYTES = 60
KEY = re.compile(r"(?<![\w@/.:-])[a-z]+(?:[A-Z][a-z]+)*(?:\.[a-z][A-Za-z]+){1,4}(?![\w@/-])")
# What looks like a key and is an address or a file's name.
ADDRESSES = (".localhost", ".example", ".csv", ".pdf", ".jpg", ".png", ".id", ".go.id")
LEFTOVERS = ("{{", "%@", "Optional(", "nil)", "undefined", "NaN")
POLICY = ("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "form-action 'self'")


def findings(answer, markup, language):
    """Everything that is wrong with a page, a sentence each."""
    return [
        *head(answer, markup, language),
        *wording(markup, language),
        *structure(markup),
        *forms(markup),
        *markup.misplaced,
        *markup.unnamed,
    ]


def head(answer, markup, language):
    policy = answer.headers.get("content-security-policy", "")
    for part in POLICY:
        if part not in policy:
            yield f"the policy lacks {part}"
    if "unsafe" in policy:
        yield "the policy allows something unsafe"
    for piece in markup.inline:
        yield f"inline: {piece}"
    if answer.headers.get("cache-control") != "private, no-store":
        yield f"may be kept: {answer.headers.get('cache-control')}"
    if markup.language != language:
        yield f"is in {markup.language}, not {language}"
    if not markup.title:
        yield "has no title"
    if len(markup.headings) != 1 or not markup.headings[0]:
        yield f"has the first headings {markup.headings}"
    if len(answer.body) > KILOBYTES * 1024:
        yield f"weighs {len(answer.body) / 1024:.0f} KiB"


def wording(markup, language):
    text = f"{markup.title} {markup.text}"
    keys = [key for key in KEY.findall(text) if not key.endswith(ADDRESSES)]
    if keys:
        yield f"shows keys: {sorted(set(keys))}"
    for leftover in LEFTOVERS:
        if leftover in text:
            yield f"shows {leftover!r}"
    strange = foreign_words(text, language)
    if strange:
        yield f"says in another language: {strange}"


def structure(markup):
    twice = sorted({name for name in markup.ids if markup.ids.count(name) > 1})
    if twice:
        yield f"has ids twice: {twice}"
    missing = sorted(set(markup.references) - set(markup.ids))
    if missing:
        yield f"refers to ids that are not there: {missing}"
    for link in markup.links:
        if link.startswith("#") and link[1:] and link[1:] not in markup.ids:
            yield f"links to {link}, which is not there"
        if not link or link == "#":
            yield "has a link to nowhere"


def forms(markup):
    for form in markup.forms:
        if form.method == "none":
            yield f"has fields outside any form: {[str(control) for control in form.controls]}"
        for control in form.controls:
            named = control.is_inside_label or control.given.get("id") in markup.labelled
            if control.needs_label and not named and not control.given.get("aria-label"):
                yield f"{control} of {form.action} has no label"
        names = {control.given.get("name") for control in form.controls}
        if form.method == "post" and "_token" not in names:
            yield f"the form to {form.action} has no token"
        yield from held_back(form)


def held_back(form):
    """A browser sends nothing while a required field is empty: only what ends the form may ask for all of it."""
    if not any("required" in control.given for control in form.controls):
        return
    asking = [button for button in form.buttons if "formnovalidate" not in button]
    for button in asking[:-1] if len(form.buttons) > 1 else []:
        yield f"the button {button.get('name')}={button.get('value')} of {form.action} waits for required fields"
