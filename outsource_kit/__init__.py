"""Turn one project brief into everything needed to hire a freelancer well."""

__version__ = "0.1.0"
