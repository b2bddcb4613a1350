"""The tests. Those in Python read and draw as a build does, without MkDocs and without a browser."""
