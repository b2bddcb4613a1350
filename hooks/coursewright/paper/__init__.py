"""Worksheets on paper: documents set from drawn sheets, printed as PDF, and kept until what they show changes.

jobs            the render jobs of documents, and how all that stands in one is drawn
section         a section of a document as HTML, of the texts that the pages were converted to
typesetting     each file's document: sheets with their heads, packs with their covers
document        what a document shows, computed before its template sees it
document.html, sheet.css, fonts/      what a document looks like
printer         a document -> a PDF, tagged, with its fonts
acroform        the fields of a PDF that is filled in on a screen
cache           PDFs that are printed already
pdf_printer     many documents: what is in the cache, and the rest on all cores
"""
