"""From files to the model: the only grammar, the only parser.

files       the docs folder: what is in it, and what must not be
source      one file: bytes to lines, refusing what no author means to write
lines       a line with its number, and what of it is code
header      YAML with the place of every key; keys checked and typed
blocks      lines to a tree of prose and ``///`` blocks
depth       nesting and length that would take the page's parser too long
reading     what the reader of a block is given

question    the body of a question; ``items`` splits it, ``tasks`` and ``scenario`` make the task of each type
worksheet   the body of a worksheet; ``fields`` names what is filled in, ``grid`` reads tables
activity    the body of an activity, of a trainer's note, of key points

page        a file to a Page, Module or Lesson
course      a folder to a Course
"""
