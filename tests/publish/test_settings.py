import pytest

from helper.publish.settings import BadSetting, host_of, only_of
from helper.publish.site import Host


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("", ""),
        ("https://guide.example", "https://guide.example/"),
        ("https://guide.example/", "https://guide.example/"),
        (" https://guide.example:8443/safe/steps// ", "https://guide.example:8443/safe/steps/"),
        ("http://intranet/guide", "http://intranet/guide/"),
    ],
)
def test_an_address_ends_in_one_slash(written: str, address: str) -> None:
    assert host_of("own.yml", "A guide", written, {}) == Host("A guide", address)


@pytest.mark.parametrize(
    "wrong",
    [
        "guide.example",
        "//guide.example",
        "ftp://guide.example/",
        "https://",
        "https:///guide/",
        "https://guide.example/?x=1",
        "https://guide.example/#x",
        "https://someone@guide.example/",
        "https://guide.example:port/",
        "https://guide.example/my guide/",
        "https://[::1/",
    ],
)
def test_an_address_that_is_none_is_named_with_its_mend(wrong: str) -> None:
    with pytest.raises(BadSetting) as raised:
        host_of("own.yml", "A guide", wrong, {})
    what, mend = str(raised.value).splitlines()
    assert what == f'own.yml: site_url is "{wrong}", which is not the address of a site.'
    assert mend.startswith("Mend: write the address of its first page, such as https://")


@pytest.mark.parametrize("name", ["", "  ", "Two\nlines", "A bell\a"])
def test_a_name_is_one_line(name: str) -> None:
    with pytest.raises(BadSetting, match=r"^own.yml: site_name is not one line of text\.\nMend: "):
        host_of("own.yml", name, "", {})


@pytest.mark.parametrize("colour", ["teal", 5, ["#005eb8"], "#d4351c", "#eeeeee"])
def test_a_colour_that_will_not_do_names_the_setting_and_its_mend(colour: object) -> None:
    with pytest.raises(BadSetting, match=r"^own.yml: colour \(under extra\) is \".*\.\nMend: "):
        host_of("own.yml", "A guide", "", {"colour": colour})


@pytest.mark.parametrize(
    ("asked", "extra", "only"),
    [("", {}, ""), ("", {"only": "salford"}, "salford"), ("wigan", {"only": "salford"}, "wigan"), ("", {"only": None}, "")],
)
def test_what_is_asked_for_comes_before_what_the_settings_name(asked: str, extra: dict[str, object], only: str) -> None:
    assert only_of("own.yml", asked, extra) == only


def test_partnerships_that_are_no_text_are_named_with_their_mend() -> None:
    with pytest.raises(BadSetting, match=r"^own.yml: only is not a text\.\nMend: "):
        only_of("own.yml", "", {"only": ["salford"]})
