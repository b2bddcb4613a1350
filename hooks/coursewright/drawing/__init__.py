"""From the model to what people see.

marks       a page's Markdown with marks where blocks stood, and the Markdown extension that draws at the marks
question    a question as a form; how each type is answered, and its key, stands in ``questions/``
activity    activities, trainer's notes and key points
base        links of a block that is drawn on another page than its own
comments    what an author commented out, which no page publishes
targets     what a drawn page links to and can be linked to

made_pages  the pages that no author writes: map, My progress, answer keys
course_map  the map as SVG
course_index
            what there is to be done, for the scripts
mistakes    the list of mistakes, for the page
guide       the author's reference, from the tables of keys and mistakes
"""
