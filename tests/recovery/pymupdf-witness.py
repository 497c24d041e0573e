"""Everything that PyMuPDF gets out of PDFs, for witnesses.ts. Parameters: path, password, path, password, ..."""
import sys

import fitz

fitz.TOOLS.mupdf_display_errors(False)


def testimony(path, password):
    document = fitz.open(path)
    if password:
        document.authenticate(password)
    yield from (str(value) for value in document.metadata.values())
    yield document.get_xml_metadata()
    yield str(document.get_toc(simple=False))
    yield str(document.get_page_labels())
    yield str(document.get_ocgs())
    for index in range(document.embfile_count()):
        yield str(document.embfile_info(index))
        yield document.embfile_get(index).decode("utf-8", "replace")
    for page in document:
        yield page.get_text("text")
        for block in page.get_text("rawdict")["blocks"]:
            for line in block.get("lines", []):
                yield "".join(char["c"] for span in line["spans"] for char in span["chars"])
        for span in page.get_texttrace():
            yield "".join(chr(char[0]) for char in span["chars"] if char[0] > 0)
        yield str(page.get_links())
        for annotation in page.annots():
            yield str(annotation.info)
            yield annotation.get_text()
        for widget in page.widgets():
            yield str(widget.field_name) + "\n" + str(widget.field_value)


output = sys.stdout.buffer
for path, password in zip(sys.argv[1::2], sys.argv[2::2]):
    for text in testimony(path, password):
        output.write(text.encode("utf-8", "replace") + b"\n")
    output.write(b"\x1e")
