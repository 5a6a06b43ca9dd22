"""What is known of the world, as rows of data: platforms, questions, metrics, roles.

In: the YAML files beside the modules, each row with its source and the day it was checked; and
the facts of one audience. Out: the rows that these facts call for, chosen by nothing else. A new
row needs its file and nothing besides. Absent: arithmetic (`figures`).
"""
