"""From the model to what people see.

extension   the Markdown extension: keeps what a page was converted to, and draws each block in its place
renderer    what draws which type of block or render job: the table that the extension is handed

blocks      what draws all blocks that authors write
question    a question as a form; how each type is answered, and its key, stands in ``questions/``
activity    activities, trainer's notes and key points
targets     what a drawn page links to and can be linked to

made_pages  the pages that no author writes: map, My progress, answer keys; and what draws all that stands on a page
answers, run_sheet, shelf
            the render jobs of made pages
course_map  the map as SVG
course_index
            what there is to be done, for the scripts
mistakes    the list of mistakes, for the page
guide       the author's reference, from the tables of keys and mistakes
"""
