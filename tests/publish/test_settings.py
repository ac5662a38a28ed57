import pytest

from helper.publish.settings import host_of, only_of
from helper.publish.settings_slip import BadSetting
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


@pytest.mark.parametrize("folder", ["my%20guide", "a;b", "$guide", "it's", "(x)"])
def test_a_folder_that_a_servers_configuration_would_read_as_something_else_is_refused(folder: str) -> None:
    with pytest.raises(BadSetting) as raised:
        host_of("own.yml", "A guide", f"https://guide.example/{folder}/", {})
    what, mend = str(raised.value).splitlines()
    assert "whose folder has signs in its name that servers read in different ways" in what
    assert mend.startswith("Mend: name the folder with letters, digits")


@pytest.mark.parametrize("contact", ["guide@northmere.example", "https://northmere.example/contact"])
def test_a_contact_is_an_address_or_a_page(contact: str) -> None:
    assert host_of("own.yml", "A guide", "", {"contact": f" {contact} "}) == Host("A guide", contact=contact)


NO_CONTACTS = [
    "Ask Ann",
    "guide@northmere",
    "mailto:guide@northmere.example",
    "http://northmere.example",
    "javascript:alert(1)",
    "guide@northmere.example?bcc=x@y.example",
    "guide@northmere.example, more@northmere.example",
    "https://northmere.example/?x=1",
    5,
    ["guide@northmere.example"],
]


@pytest.mark.parametrize("wrong", NO_CONTACTS)
def test_a_contact_that_is_neither_names_the_setting_and_its_mend(wrong: object) -> None:
    with pytest.raises(BadSetting, match=r"^own.yml: contact \(under extra\) is \".*\.\nMend: write one address"):
        host_of("own.yml", "A guide", "", {"contact": wrong})


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


@pytest.mark.parametrize(
    ("extra", "frames"),
    [
        ({}, ("*",)),
        ({"frames": None}, ("*",)),
        ({"frames": []}, ()),
        ({"frames": ["https://intranet.example.org"]}, ("https://intranet.example.org",)),
        ({"frames": ["https://A.example/", "http://b.example:8080"]}, ("https://a.example", "http://b.example:8080")),
        ({"frames": ["https://*.example.org"]}, ("https://*.example.org",)),
    ],
)
def test_who_may_frame_the_helper_is_anyone_or_those_that_are_named(extra: dict[str, object], frames: tuple[str, ...]) -> None:
    assert host_of("own.yml", "A guide", "", extra).frames == frames


@pytest.mark.parametrize(
    "wrong",
    [
        "*",
        "intranet.example.org",
        "https://intranet.example.org/page",
        "https://intranet.example.org; script-src *",
        "https://a.example https://b.example",
        'https://a.example"',
        "ftp://a.example",
        "https://",
        "https://a.example:0",
        "",
        5,
        None,
    ],
)
def test_a_site_that_may_frame_the_helper_is_an_address_alone(wrong: object) -> None:
    with pytest.raises(BadSetting) as raised:
        host_of("own.yml", "A guide", "", {"frames": ["https://ok.example", wrong]})
    what, mend = str(raised.value).splitlines()
    assert what == f'own.yml: frames (under extra) holds "{wrong}", which is not the address of a site alone.'
    assert mend.startswith('Mend: write a list of addresses without a path, such as "- https://intranet.example.org"')


@pytest.mark.parametrize("wrong", ["https://intranet.example.org", True, {"a": 1}])
def test_sites_that_may_frame_the_helper_are_a_list(wrong: object) -> None:
    with pytest.raises(BadSetting, match=r"^own.yml: frames \(under extra\) is not a list\.\nMend: write a list"):
        host_of("own.yml", "A guide", "", {"frames": wrong})
