"""From the model to what people see.

marks       a page's Markdown with marks where blocks stood, and the Markdown extension that draws at the marks
question, worksheet, activity
            a block as elements of the page
element     the few helpers that all of these share
course_map  the map of the course as SVG
mistakes    the list of mistakes, for the terminal and for the page
guide       the author's reference, from the tables of keys and mistakes
"""
