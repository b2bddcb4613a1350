"""Worksheets, one file a part: its record, its reader, and how it is drawn on its page and on paper.

A source looks like the sheet. Every field is named after the words before it, or by its author, ``{#name}``, so that
what a learner saved survives changes elsewhere on the sheet. Labels are plain words; words beside boxes and circles, in
heads and in cells are inline Markdown. What all parts have in common, the module ``sheet`` of the model says.

table       which part begins with which sign; the one place that names them all

prose       anything else                   Markdown between the fields
writing     ____                            lines to write on; several under one another, a box of as many lines
blanks      Name: ____   Date: ____         one-line fields; ``= ____`` is a sum, ``x____`` a signature
tick        [ ] words                       a box to tick
circles     words: ( ) one  ( ) two         circles, of which one is chosen
scale       words: low (1) (2) (3) high     numbers, of which one is chosen
grid        | … |                           a table; an empty cell is a cell to write in
  cells       what its cells hold, and what may be filled in in one
  needs       { needs: 2, limit: 3 }      what a row or column needs, and its limit
  counting    which cells count for that, and whether the solution in a key keeps it
  grid_reader the lines of a table
  rating      | Row | ( ) | ( ) |           circles in cells of their own, a choice that a whole row makes
canvas      | Title ____ | Title ____ |     titled boxes side by side
example     /// example                     a worked example beside the part before it
key         /// key                         what good answers look like; for the trainer
  text_block  what these two have in common

signs       the signs that stand for fields: the one scanner of a sheet's lines and cells
rows        a row of a table or canvas as written
names       the names of a sheet's fields
reading     what the reader of a part is given
reader      the body of ``/// worksheet``
layout      what stands beside what, and what is shown to whom
page        a worksheet as a form on its page
paper       a worksheet on paper; ``pen`` draws what is filled in there
column_widths
"""
