# The yardstick of pdf.bench.mjs: searches, redacts and saves with PyMuPDF. Usage: pymupdf.py file.pdf values.txt out.pdf
import resource
import sys
import fitz
from fitz import fitz as bindings

# Debian's 1.21 raises in the public wrappers, so the calls beneath them are made.
bindings.Annot.__del__ = lambda self: None
low = bindings._fitz
FLAGS = (
    fitz.TEXT_DEHYPHENATE | fitz.TEXT_PRESERVE_WHITESPACE | fitz.TEXT_PRESERVE_LIGATURES | fitz.TEXT_MEDIABOX_CLIP
)
WITHOUT_IMAGES = 0

document = fitz.open(sys.argv[1])
with open(sys.argv[2]) as file:
    values = file.read().split("\n")
per_page = len(values) // len(document)
redactions = 0
for index in range(len(document)):
    page = document[index]
    text = low.Page__get_textpage(page, None, FLAGS, fitz.Matrix(1, 1))
    for value in values[index * per_page : (index + 1) * per_page]:
        for quad in low.TextPage_search(text, value, 0, 1) or []:
            page._add_redact_annot(fitz.Quad(quad), None, None, 0, (0, 0, 0))
            redactions += 1
    page._apply_redactions(WITHOUT_IMAGES)
document.save(sys.argv[3], garbage=3, deflate=True)
usage = resource.getrusage(resource.RUSAGE_SELF)
print(f"usage={usage.ru_utime},{usage.ru_stime},{usage.ru_maxrss}", file=sys.stderr)
sys.exit(0 if redactions == len(values) else 1)
