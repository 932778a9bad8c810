"""Words that tell that a sentence is in the wrong language."""

import re

# Words of English that tell a sentence; none is Indonesian.
ENGLISH = set(
    """
    the and of with for your you are was were is been has have had not this that these those from by at or
    an be will would should must can cannot who whom whose which what when where why how there here if then
    than because until after before while between every all any some none no yes only also more less
    order orders need needs offer offers budget unit package packages product products price prices amount
    quantity delivery deliver delivered payment paid pay invoice invoices approve approved approval reject
    rejected decline declined accept accepted submit submitted cancel cancelled close closed issue issued
    sign signed search filter filters save saved edit delete remove next previous page state status draft
    open expired pending verified handover handed treasurer officer owner keeper verifier auditor admin
    administrator art user users role roles settings profile notifications notification overview welcome
    waiting due days hours minutes name address phone password choose file files upload download help
    error errors missing required optional invalid unknown nothing empty back continue new view show hide
    """.split()
)

# Names and terms that are written alike in both languages.
NAMES = re.compile(r"e-Order|E-Order|e-purchasing|e-Katalog|e-mail|email|[\w.+-]+@[\w.-]+|https?://\S+|\S*[/.]\S*\.\w+")
# Words that Indonesian has taken over as they are.
TAKEN_OVER = {"unit", "status", "no", "filter", "edit", "admin", "auditor"}
WORD = re.compile(r"(?<!\w)[A-Za-z]+(?!\w)")


def foreign_words(text, language):
    """The English words in a page that is not in English, each once, with what stands around it."""
    if language == "en":
        return []
    plain, found = NAMES.sub(" ", text), {}
    for word in WORD.finditer(plain):
        if word[0].lower() in ENGLISH - TAKEN_OVER:
            found.setdefault(word[0].lower(), plain[max(0, word.start() - 20) : word.end() + 20])
    return list(found.values())
