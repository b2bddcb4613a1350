"""From text with places to the model: what each block means.

question    the body of a question; ``items`` splits it, ``tasks`` and ``scenario`` make the task of each type
worksheet   the body of a worksheet; ``fields`` names what is filled in, ``grid`` reads tables
activity    the body of an activity, of a trainer's note, of key points

page        a file to a Page, Module or Lesson
course      a folder to a Course
"""
