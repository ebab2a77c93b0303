"""What CloudFormation will see: the SAM transform with both identity settings, its conditions decided.

Run by .ci/run from the repository's root with the interpreter that aws-sam-cli is installed for. Writes each transformed
template into the folder given, for cfn-lint. Needs no network and no credentials.
"""
import json
import logging
import pathlib
import re
import sys

import tomlkit
from samcli.yamlhelper import yaml_parse
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

PSEUDO = {
    "AWS::AccountId": "111122223333",
    "AWS::Partition": "aws",
    "AWS::Region": "us-east-1",
    "AWS::StackName": "gateway",
    "AWS::URLSuffix": "amazonaws.com",
}
NO_VALUE = object()
logging.disable(logging.WARNING)  # the translator's metrics, which nobody collects here
SOURCE = pathlib.Path("template.yaml").read_text()


def transformed(parameters):
    template = yaml_parse(SOURCE)
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = {"Bucket": "bucket", "Key": "key"}
    return Translator({}, Parser()).translate(template, parameters)


class Stack:
    """A transformed template with its parameters put in; resources' own values stand as <LogicalId>."""

    def __init__(self, **parameters):
        self.template = transformed(parameters)
        self.values = {**PSEUDO, **{n: self.value(p, parameters.get(n)) for n, p in self.template["Parameters"].items()}}
        self.conditions = {}
        self.resources = {
            name: self.decide(resource)
            for name, resource in self.template["Resources"].items()
            if "Condition" not in resource or self.holds(resource["Condition"])
        }

    @staticmethod
    def value(parameter, given):
        value = parameter.get("Default") if given is None else given
        return value.split(",") if parameter["Type"] == "CommaDelimitedList" else value

    def of(self, kind):
        return {name: r["Properties"] for name, r in self.resources.items() if r["Type"] == kind}

    def holds(self, condition):
        if condition not in self.conditions:
            self.conditions[condition] = self.decide(self.template["Conditions"][condition])
        return self.conditions[condition]

    def decide(self, node):
        if isinstance(node, list):
            return [value for value in map(self.decide, node) if value is not NO_VALUE]
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            (function, argument), = node.items()
            if function == "Ref" or function.startswith("Fn::"):
                return getattr(self, function.replace("Fn::", "").lower())(argument)
        decided = {key: self.decide(value) for key, value in node.items()}
        return {key: value for key, value in decided.items() if value is not NO_VALUE}

    def ref(self, name):
        return NO_VALUE if name == "AWS::NoValue" else self.values.get(name, f"<{name}>")

    def getatt(self, path):
        return f"<{'.'.join(path) if isinstance(path, list) else path}>"

    def equals(self, pair):
        left, right = map(self.decide, pair)
        return str(left) == str(right)

    def join(self, argument):
        return argument[0].join(self.decide(argument[1]))

    def split(self, argument):
        return self.decide(argument[1]).split(argument[0])

    def sub(self, argument):
        text, own = (argument, {}) if isinstance(argument, str) else argument
        values = {**self.values, **self.decide(own)}
        return re.sub(r"\${([^!}]+)}", lambda m: str(values.get(m[1], f"<{m[1]}>")), text)


setattr(Stack, "if", lambda self, a: self.decide(a[1] if self.holds(a[0]) else a[2]))
setattr(Stack, "not", lambda self, a: not self.decide(a[0]))


def expect(actual, expected, what):
    if actual != expected:
        sys.exit(f"{what}:\n  is       {actual}\n  expected {expected}")


def statements(stack):
    (policy,) = stack.of("AWS::IAM::Role")["GatewayRole"]["Policies"]
    return {s["Sid"]: s for s in policy["PolicyDocument"]["Statement"]}


def check_front_door(stack, identity):
    for route in stack.of("AWS::ApiGatewayV2::Route").values():
        is_open = route["RouteKey"] in ("GET /", "GET /health", "GET /schema", "GET /openapi.json")
        expect(route["AuthorizationType"], "NONE" if is_open else identity, route["RouteKey"])
        expect("AuthorizerId" in route, identity == "JWT" and not is_open, f"{route['RouteKey']} names an authorizer")
    expect(len(stack.of("AWS::ApiGatewayV2::Authorizer")), int(identity == "JWT"), "authorizers")
    expect(list(stack.of("AWS::Lambda::Url")), [], "function URLs")
    permissions = stack.of("AWS::Lambda::Permission").values()
    (permission,) = [p for p in permissions if p["Principal"] == "apigateway.amazonaws.com"]
    expect(sorted(p["FunctionName"] for p in permissions if p["Principal"] != "apigateway.amazonaws.com"),
           ["<DigestFunctionAliaslive>", "<ReconcilerFunctionAliaslive>"], "who is invoked by a schedule")
    expect({p["Principal"] for p in permissions}, {"apigateway.amazonaws.com", "events.amazonaws.com"}, "who invokes")
    expect(permission["FunctionName"], "<GatewayFunctionAliaslive>", "who may be invoked")
    expect(
        permission["SourceArn"], "arn:aws:execute-api:us-east-1:111122223333:<Api>/$default/*", "who may invoke the alias"
    )
    (integration,) = stack.of("AWS::ApiGatewayV2::Integration").values()
    expect(integration["IntegrationUri"].endswith("/functions/<GatewayFunctionAliaslive>/invocations"), True, "target")


def versions(stack):
    found = {r["Properties"]["FunctionName"].strip("<>"): (name, r) for name, r in stack.resources.items()
             if r["Type"] == "AWS::Lambda::Version"}
    expect(sorted(found), ["DigestFunction", "GatewayFunction", "ReconcilerFunction"], "functions with versions")
    return found


def check_versions():
    before = versions(Stack())
    for function, changes in (
        ("GatewayFunction", ({"PolicySource": "bundled:b"}, {"MemorySize": "2048"}, {"UnknownInstanceTypes": "error"},
                             {"Architecture": "x86_64"}, {"SnapStart": "PublishedVersions"})),
        ("ReconcilerFunction", ({"Architecture": "x86_64"},)),
        ("DigestFunction", ({"Architecture": "x86_64"}, {"DigestBucket": "digests"},
                            {"DigestRetentionMode": "GOVERNANCE"}, {"DigestRetentionDays": "1"})),
    ):
        name, version = before[function]
        for change in changes:
            other_name, other = versions(Stack(**change))[function]
            # The name is the same, so CloudFormation replaces the version because of its description.
            expect(other_name, name, f"the version of {function} with {change}")
            expect(other["Properties"]["Description"] != version["Properties"]["Description"], True,
                   f"{change} makes a new version of {function}")
        expect((version.get("DeletionPolicy"), version.get("UpdateReplacePolicy")), ("Retain", "Retain"),
               f"what becomes of an old version of {function}")


def check_aliases():
    stack = Stack()
    aliases = stack.of("AWS::Lambda::Alias")
    expect(sorted(aliases), [f"{f}Aliaslive" for f in ("DigestFunction", "GatewayFunction", "ReconcilerFunction")],
           "aliases")
    targets = sorted(t["Arn"] for rule in stack.of("AWS::Events::Rule").values() for t in rule["Targets"])
    expect(targets, ["<DigestFunctionAliaslive>", "<ReconcilerFunctionAliaslive>"], "what the schedules invoke")
    (retries,) = stack.of("AWS::Lambda::EventInvokeConfig").values()
    expect((retries["FunctionName"], retries["Qualifier"], retries["MaximumRetryAttempts"]),
           ("<ReconcilerFunction>", "live", 0), "retries of the reconciler")


def check_bounds():
    signing = "arn:aws:lambda:us-east-1:111122223333:code-signing-config:csc-0123456789abcdef0"
    boundary = "arn:aws:iam::111122223333:policy/boundary"
    plain, bound = Stack(), Stack(CodeSigningConfigArn=signing, PermissionsBoundaryArn=boundary)
    for kind, member, value in (("AWS::Lambda::Function", "CodeSigningConfigArn", signing),
                                ("AWS::IAM::Role", "PermissionsBoundary", boundary)):
        expect({r.get(member) for r in plain.of(kind).values()}, {None}, f"{member} by default")
        expect([r.get(member) for r in bound.of(kind).values()], [value] * 3, f"{member} of each")


def check_snapshots():
    def snapshots(**parameters):
        functions = Stack(**parameters).of("AWS::Lambda::Function")
        return {name: f.get("SnapStart", {}).get("ApplyOn", "None") for name, f in functions.items()}

    none = {"GatewayFunction": "None", "DigestFunction": "None", "ReconcilerFunction": "None"}
    expect(snapshots(), none, "snapshots by default")
    expect(snapshots(SnapStart="PublishedVersions"), {**none, "GatewayFunction": "PublishedVersions"}, "snapshots")


def check_role():
    convention = statements(Stack())
    expect(convention["ManageHyperPodsAccessEntries"]["Resource"],
           "arn:aws:eks:us-east-1:111122223333:access-entry/hyperpod-*/*", "entries by convention")
    expect([sid for sid in convention if "CustomImages" in sid or "VolumeKeys" in sid or "DataKey" in sid], [],
           "statements that are off by default")
    eks = "arn:aws:eks:us-east-1:111122223333:"
    named = statements(Stack(AllowedEksClusterArns=f"{eks}cluster/a,{eks}cluster/b-*", AllowCustomImages="true",
                             AllowedVolumeKeyArns="arn:aws:kms:us-east-1:111122223333:key/k"))
    expect(named["AdmitHyperPodToEksClusters"]["Resource"], [f"{eks}cluster/a", f"{eks}cluster/b-*"], "clusters named")
    expect(named["ManageHyperPodsAccessEntries"]["Resource"], [f"{eks}access-entry/a/*", f"{eks}access-entry/b-*/*"],
           "entries of the clusters named")
    expect(named["GrantVolumeKeys"]["Resource"], ["arn:aws:kms:us-east-1:111122223333:key/k"], "keys named")
    expect("ShareCustomImages" in named, True, "images may be shared")


def check_samconfig():
    known = yaml_parse(SOURCE)["Parameters"]
    for environment, commands in tomlkit.parse(pathlib.Path("samconfig.toml").read_text()).items():
        if environment == "version":
            continue
        overrides = commands["deploy"]["parameters"].get("parameter_overrides", "").split()
        expect([o for o in overrides if o.split("=")[0] not in known], [], f"unknown parameters of {environment}")


def main(folder):
    for identity, parameters in (
        ("AWS_IAM", {}),
        ("JWT", {"JwtIssuer": "https://idp.example.com", "JwtAudience": "gateway,tools"}),
    ):
        stack = Stack(**parameters)
        check_front_door(stack, identity)
        (folder / f"transformed-{identity}.json").write_text(json.dumps(stack.template, indent=1))
        print(f"{identity}: {len(stack.resources)} resources")
    check_versions()
    check_aliases()
    check_bounds()
    check_snapshots()
    check_role()
    check_samconfig()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
