"""What conversion has made of each page's texts: converted once a build, and drawn from here wherever they're shown.

collect       the texts of a block: one walk over its record finds them all
placeholders  where they stand in a page's Markdown, and how they're found again when it is converted
handed        a page on its way through the plugins of a host, which may change its prose
page          the texts of one page, converted
footnotes     those that only what an edition leaves out refers to
store         the texts of all pages; what is asked for before its page is converted is converted ahead
excerpt       texts drawn on a page or a document: ids stay unique, footnotes follow, raw HTML comes along
prettify      line breaks between drawn elements, as Python-Markdown sets them
"""
