"""QR codes: what leads from a printed sheet back to the page that is kept up to date."""

from zxingcpp import BarcodeFormat, create_barcode, write_barcode_to_svg


def qr_svg(text: str) -> str:
    """The picture of a text, with the white margin that readers need around it (ISO/IEC 18004).

    Level M: it can still be read with 15 % of it spoiled.
    """
    code = create_barcode(text, BarcodeFormat.QRCode, ec_level="M")
    return write_barcode_to_svg(code, add_quiet_zones=True)
