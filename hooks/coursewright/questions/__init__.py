"""The types of question, one file a type: its records, its reader, its HTML, its key, and its interaction.

table        every type by the name that authors write; the one place that names them all
base         what a type has to say of itself; the type checker names what is missing
interaction  what is asked and what counts as right, as neutral data for other formats
source       what a type's reader is given, and what readers check alike
context      what a type's drawing is given

choice       choose one answer, or all that are right
typed_text   type a word or a few
number       type a number
gaps         fill the gaps of a paragraph
matching     find what belongs to what
ordering     put steps in order
reflection   answer freely, and rate the answer by a rubric
scenario     decide in a short story in which each choice has a consequence

marked       lists whose items are marked as right or wrong: ``- [x]``, ``- [ ]``
typed        what the types share in which something is typed
pieces       pieces of HTML that several types draw
shuffle      an order that gives nothing away

Feedback teaches: it says why an answer is right, or which misconception leads to it.
"""
