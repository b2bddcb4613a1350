"""From text with places to the model: what each block means.

question    questions and reviews; what each type of question makes of its body stands in ``questions/``
activity    the body of an activity, of a trainer's note, of key points

page        a file to a Page, Module or Lesson
course      a folder to a Course
"""
