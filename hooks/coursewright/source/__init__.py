"""From files to text with places: what stands where, before anyone asks what it means.

files       the docs folder: what is in it, and what must not be
source      one file: bytes to lines, refusing what no author means to write
lines       a line with its number, and what of it is code
header      YAML with the place of every key; keys checked and typed
blocks      lines to a tree of prose and ``///`` blocks
depth       nesting and length that would take the page's parser too long
options     the options of a block
plain       the words of a piece of Markdown, as they are read aloud
reading     what the reader of a block is given
items       a list in the body of a block, with feedback under each item
"""
