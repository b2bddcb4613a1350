"""What can be said only of a whole lesson or a whole course.

lesson      headings, minutes, objectives, the place of key points
course      prerequisites, references, worksheets of activities
links       links, anchors and pictures, as the page's own Markdown understood them
"""
