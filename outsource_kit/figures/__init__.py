"""Arithmetic on facts: sums, dates, scores and comparisons that documents print.

In: the facts of one audience. Out: figures derived from those alone, so that nothing hidden can
show through a sum. Absent: wording, rows of data (`guidance`).
"""
