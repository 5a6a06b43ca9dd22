"""A first brief, or a first task log, for someone who begins with an empty folder.

In: a few answers, a task of a log, or the export of a time tracker. Out: the text of a file that
reads, checks and builds. Absent: asking, and writing the file (`cli`).
"""
