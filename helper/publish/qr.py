"""A QR code: an address in, a drawing as SVG out, which stays sharp at any size and in black and white."""

import io

import segno

from helper.engine.html import Html, tag

# Four modules of white all around: below that, phones miss it.
QUIET_ZONE = 4


def qr_code(address: str, label: str) -> Html:
    """Draw an address, always black on white; `label` says to a screen reader where it leads."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn,
        kind="svg",
        border=QUIET_ZONE,
        dark="#000",
        light="#fff",
        omitsize=True,
        xmldecl=False,
        svgns=False,
        nl=False,
        svgclass=None,
        lineclass=None,
    )
    return tag("span", Html(drawn.getvalue().decode()), class_="eg-qr", role="img", aria_label=label)
