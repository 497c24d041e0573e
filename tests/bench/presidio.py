# A peer of peers.bench.mjs: presidio's analyzer as it comes, in English. Usage: presidio.py FOLDER, JSON to standard output
import json
import sys
from importlib.metadata import version
from pathlib import Path

from presidio_analyzer import AnalyzerEngine

analyzer = AnalyzerEngine()
found = []
for path in sorted(Path(sys.argv[1]).iterdir()):
    text = path.read_bytes().decode("utf-8")
    for result in analyzer.analyze(text=text, language="en"):
        # Python counts characters, JavaScript UTF-16 units.
        start = len(text[: result.start].encode("utf-16-le")) // 2
        end = len(text[: result.end].encode("utf-16-le")) // 2
        found.append({"file": path.name, "start": start, "end": end})
print(json.dumps({"version": version("presidio-analyzer"), "found": found}))
