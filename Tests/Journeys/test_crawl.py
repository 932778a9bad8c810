"""Every page that anybody finds, in both languages: it is there, and says what it says properly."""

import pytest

from browser.stage import CENTRAL, LANGUAGES, ROLES

pytestmark = pytest.mark.browser


def test_every_login_is_somebody_who_is_crawled(survey):
    assert set(survey.logins) <= set(ROLES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_every_page_is_there_and_in_order(survey, role, language):
    crawl = survey.crawl(role, language)
    assert not crawl.faults, f"{len(crawl.faults)} faults:\n" + "\n".join(crawl.faults)
    assert len(crawl.visits) >= (1 if role == CENTRAL else 5)
