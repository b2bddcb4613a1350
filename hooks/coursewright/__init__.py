"""The Coursewright library: from a folder of lessons to a model, and from the model to pages.

Imports run one way, from the top of this list to its end:

    fault       what nobody expected, told in one sentence
    machine     what this machine has and lacks for printing and serving
    problem     what is told to an author about a mistake: one record, one table of codes
    text        pieces of Markdown, with the lines where they stand
    words       the texts of the interface, in one file a language
    sheet       what all parts of a worksheet can say and do
    values      what the value of a key may be
    workshop    the days of a workshop, and what happens on them
    block       the blocks of a page: questions, worksheets, activities, notes
    reference   the sources and terms that lessons refer to
    path        ways through a course: lessons in an order, week by week for groups
    model       what a course is: Course > Module > Lesson > Question, Worksheet, Activity ...
    timetable   a workshop by the clock, computed
    print_jobs  what is printed of a course: the files of worksheets and packs
    keys        what an author may write in front matter and in the options of a block
    source/     files -> text with places: YAML, blocks, lines
    markup/     Markdown plumbing that every drawing shares
    fragments/  each page's texts, converted once; every output takes its pieces from there
    questions/  the types of question, each with its record, reader, HTML, key and interaction
    worksheets/  one file a part of a worksheet: its record, its reader, its drawings
    reader/     text with places -> model
    drawing/    model -> HTML, SVG and the list of mistakes
    revised     when a file was last revised, the same in each build
    calendar    a workshop as a calendar file
    views/      what the pages of a site show, as data for templates
    checks/     what can be said only of a whole lesson or course, or of its drawn pages
    paper/      sheets -> PDFs, and which of them run over their pages
    build       a build of one edition: reading, drawing, and all mistakes of both
    bundles     the scripts and styles of pages, joined from their sources
    lock        a lock on a file, which ends with the process that holds it
    exchange    two folders exchange their names in one step
    publish     a finished site takes the place of the last one, or nothing changes
    mkdocs/     the MkDocs plugin: its events, and what a site is set to; no other room knows MkDocs
    cli/        the command ``coursewright``: what an author types at a terminal
"""

__version__ = "0.2.0.dev0"
"""The version of the package; no other file says it."""
