"""Reads an export with somebody else's reader and prints what it found, as JSON. Usage: readers.py FORMAT FILE…"""

import csv
import json
import subprocess
import sys


def gexf(path):
    import networkx

    return network(networkx.read_gexf(path))


def graphml(path):
    import networkx

    return network(networkx.read_graphml(path, force_multigraph=True))


def network(graph):
    return {
        "directed": graph.is_directed(),
        "nodes": {key: dict(data) for key, data in graph.nodes(data=True)},
        "edges": [[source, target, dict(data)] for source, target, data in graph.edges(data=True)],
    }


def svg(path):
    from xml.etree import ElementTree

    root = ElementTree.parse(path).getroot()
    return {
        "tags": sorted({element.tag.split("}")[1] for element in root.iter()}),
        "attributes": sorted({name for element in root.iter() for name in element.attrib}),
        "texts": [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")],
        "titles": [element.text for element in root.iter("{http://www.w3.org/2000/svg}title")],
    }


def tables(nodes, edges):
    def rows(path):
        with open(path, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, strict=True))

    csv.field_size_limit(1 << 30)
    return {"nodes": rows(nodes), "edges": rows(edges)}


def rdf(turtle, jsonld):
    from rdflib import Graph
    from rdflib.compare import to_canonical_graph

    first = Graph().parse(turtle, format="turtle")
    second = Graph().parse(jsonld, format="json-ld")
    prefixes = "PREFIX schema: <https://schema.org/> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX prov: <http://www.w3.org/ns/prov#> "
    quotes = first.query(
        prefixes
        + "SELECT ?s ?p ?o ?quote WHERE { ?x a rdf:Statement; rdf:subject ?s; rdf:predicate ?p; rdf:object ?o; prov:hadPrimarySource [ oa:exact ?quote ] . ?s ?p ?o }"
    )
    return {
        "triples": len(first),
        "same": set(to_canonical_graph(first)) == set(to_canonical_graph(second)),
        "names": sorted(str(o) for o in first.objects(None, None) if (getattr(o, "language", None) or "").lower() == "zh-hans"),
        "quotes": sorted([str(value) for value in row] for row in quotes),
    }


def ftm(path):
    from followthemoney import model

    command = [sys.executable, "-c", "from followthemoney.cli.cli import cli; cli()", "validate", "-i", path]
    validated = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.splitlines()
    with open(path, encoding="utf-8") as file:
        written = [json.loads(line) for line in file]
    entities, lost = [], []
    for data, kept in zip(written, map(json.loads, validated), strict=True):
        proxy = model.get_proxy(data, cleaned=False)
        proxy.schema.validate(data)
        entities.append({"id": proxy.id, "schema": proxy.schema.name, "caption": proxy.caption})
        for name, values in data["properties"].items():
            if set(kept["properties"].get(name, [])) != set(values):
                lost.append([data["id"], name, values])
    return {"entities": entities, "lost": lost}


if __name__ == "__main__":
    json.dump(globals()[sys.argv[1]](*sys.argv[2:]), sys.stdout, default=str)
