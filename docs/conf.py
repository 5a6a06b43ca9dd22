"""How the pages of docs/ become a site: `make docs`.

The site is complete in itself: its theme brings no fonts and asks no other host for anything.
"""

from outsource_kit import __version__

project = html_title = "outsource-kit"
release = __version__

extensions = ["myst_parser"]
myst_heading_anchors = 4

html_theme = "furo"
html_copy_source = False
