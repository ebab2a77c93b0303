"""What `sam build` put together: the handler and nothing of the tests, the local run or a second HTTP client; and a
bill of materials that lists its libraries and no others.

    archive.py FOLDER     the built function, such as .aws-sam/build/GatewayFunction
"""
import io
import json
import pathlib
import re
import sys
import zipfile

RATCHET = pathlib.Path(__file__).with_name("ratchet.json")
START = "io/hyperpodgateway/start/"
JAR = "gateway/classes.jar"
BOM = "bom.json"
POM_PROPERTIES = r"^META-INF/maven/[^/]+/[^/]+/pom\.properties$"
NEEDED = [START + "GatewayEntryPoint.class", "io/hyperpodgateway/lambda/GatewayHandler.class", JAR, "gateway/classes.index", BOM]
HTTP_CLIENTS = "META-INF/services/software.amazon.awssdk.http.SdkHttpService"
UNWANTED = {
    "the local run": r"^io/hyperpodgateway/local/",
    "tests": r"^io/hyperpodgateway/.*(Test|IT)(\$.*)?\.class$|^(org/junit|org/mockito|org/assertj|com/tngtech)/",
    "DynamoDB Local": r"^com/amazonaws/services/dynamodbv2/|DynamoDBLocal",
    "Netty": r"^io/netty/",
    "databind": r"^(com/fasterxml|tools)/jackson/databind/",
    "a second HTTP client": r"^org/apache/(http|hc)/|^software/amazon/awssdk/http/(apache|apache5|nio|crt)/",
}


def files(folder):
    """Every file that Java would find: (path within its root, where it stands)."""
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            continue
        name = path.relative_to(folder).as_posix()
        yield name, name
        if path.suffix == ".jar":
            with zipfile.ZipFile(path) as jar:
                for entry in jar.namelist():
                    yield entry, f"{name}!{entry}"


def where(place):
    return place.split("!")[0]


def home(name):
    """Where a class of ours belongs."""
    return name if name.startswith(START) else JAR


def libraries(folder):
    """What the jars say they are of, as a scanner reads it: {(group, artifact, version)}."""
    found = set()
    for path in sorted(folder.rglob("*.jar")):
        with zipfile.ZipFile(path) as jar:
            for entry in jar.namelist():
                if re.search(POM_PROPERTIES, entry):
                    lines = jar.read(entry).decode().splitlines()
                    of = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
                    found.add((of["groupId"].strip(), of["artifactId"].strip(), of["version"].strip()))
    return found


def listed(folder):
    """What the bill of materials lists: {(group, artifact, version)}."""
    components = json.loads((folder / BOM).read_text())["components"]
    return {(c["group"], c["name"], c["version"]) for c in components}


def zipped_size(folder):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in folder.rglob("*"):
            archive.write(path, path.relative_to(folder))
    return buffer.tell()


def main(folder):
    found = list(files(folder))
    tests = pathlib.Path("target/test-classes")
    test_files = {p.relative_to(tests).as_posix() for p in tests.rglob("*.class")}
    unwanted = [f"{what}: {where(place)}" for name, place in found for what, p in UNWANTED.items() if re.search(p, name)]
    unwanted += [f"a test class: {where(place)}" for name, place in found if name in test_files]
    mistakes = list(dict.fromkeys(unwanted))
    # What Lambda starts stands by itself, all other classes are in the jar.
    ours = [(name, place) for name, place in found if re.match(r"io/hyperpodgateway/.*\.class$", name)]
    mistakes += [f"in the wrong place: {place}" for name, place in ours if home(name) not in (place, where(place))]
    mistakes += [f"no {needed}" for needed in NEEDED if needed not in (name for name, _ in found)]
    clients = [place for name, place in found if name == HTTP_CLIENTS]
    if len(clients) != 1:
        mistakes.append(f"not one HTTP client but {clients}")
    if (folder / BOM).is_file():
        mistakes += [f"listed in {BOM} and in no jar: {':'.join(of)}" for of in sorted(listed(folder) - libraries(folder))]
        mistakes += [f"in a jar and not listed in {BOM}: {':'.join(of)}" for of in sorted(libraries(folder) - listed(folder))]
    if mistakes:
        sys.exit("\n".join(["the archive holds what it should not, or lacks what it should:", *mistakes[:20]]))
    size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    zipped = zipped_size(folder)
    print(f"{len(found)} files, {size / 1e6:.1f} MB, zipped {zipped / 1e6:.1f} MB, {len(listed(folder))} libraries")
    ratchet("archiveBytes", zipped)


def ratchet(name, measured):
    """Fails if the figure has grown by more than its tolerance; one that has shrunk by as much asks to be written down."""
    limit = json.loads(RATCHET.read_text())[name]
    value, percent = limit["value"], limit["percent"]
    told = f"{name} {measured}, written down {value}, {percent} % allowed"
    if measured * 100 > value * (100 + percent):
        sys.exit(f"{told}: too much")
    better = measured * 100 < value * (100 - percent)
    print(f"{told}: {'better, write it down in .ci/ratchet.json' if better else 'holds'}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
