"""From the model to what people see.

marks       the Markdown extension: a page's Markdown with marks where blocks stood, and what is drawn at the marks
renderer    how one type of block or render job is drawn: the table that the extension is handed

blocks      the renderers of all blocks that authors write
question    a question as a form; how each type is answered, and its key, stands in ``questions/``
activity    activities, trainer's notes and key points
base        links of a block that is drawn on another page than its own
comments    what an author commented out, which no page publishes
targets     what a drawn page links to and can be linked to

made_pages  the pages that no author writes: map, My progress, answer keys; the renderers of a site
answers, run_sheet, shelf
            the render jobs of made pages
course_map  the map as SVG
course_index
            what there is to be done, for the scripts
mistakes    the list of mistakes, for the page
guide       the author's reference, from the tables of keys and mistakes
"""
