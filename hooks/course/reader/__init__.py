"""From files to the model: the only grammar, the only parser.

files       the docs folder: what is in it, and what must not be
source      one file: bytes to lines, refusing what no author means to write
header      YAML with the place of every key; keys checked and typed
depth       nesting that would take the parser of the page too long
blocks      lines to a tree of prose and `///` blocks
question, worksheet, activity
            the body of a block to its record
page        a file to a Page, Module or Lesson
course      a folder to a Course
"""
