"""What the pages of a site show, computed before a template sees it.

Templates get these records and read their fields; they call nothing. All texts are in the language of the interface,
all addresses are relative to the root of the site, and whatever is absent is an empty text. So another host can draw
the same pages, even one whose templates call no Python.

common        what all views are computed from, and what several of them hold
course        the course as every page may show it: its titles, its lists of lessons, where its pages are
lesson        what a lesson's page, and a module's, shows around the author's text
workshop      when a workshop is, for how many, and its files
worksheets    the files of all worksheets, and packs of them
references    the glossary and the bibliography
assessment    the sentences of the self-assessments
coverage      what serves each objective
page          the view of a page, by its kind
"""
