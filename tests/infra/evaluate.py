"""What a deployment of a Bicep file would create, computed without the compiler.

Covers the part of the language that ``infra/`` uses, and refuses the rest. It catches what a compiler would:
names that are not declared, parameters that are missing or unknown or of another type, outputs that are not there,
declarations that nothing uses, loops over what only the deployment knows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tree_sitter import Node

from tests.infra.syntax import BicepError, descendants, first, get_field, named, parse, text_of
from tests.infra.values import AtDeployment, functions, member

_KNOWN_AT_START = ("apiVersion", "id", "name", "type")
"""Of a resource or module; everything else is read from Azure while the deployment runs."""


@dataclass
class Resource:
    """``body`` has its properties as they would be sent; ``parents`` the names above it, outermost first."""

    symbol: str
    type: str
    api_version: str
    body: dict[str, Any]
    file: Path
    existing: bool
    nested: dict[str, "Resource"] = field(default_factory=dict)
    parents: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return str(self.body["name"])

    @property
    def properties(self) -> dict[str, Any]:
        return dict(self.body.get("properties", {}))

    def member(self, name: str) -> Any:
        if name == "id":
            return AtDeployment(f"/{self.type}/{'/'.join((*self.parents, self.name))}")
        return self.name if name == "name" else AtDeployment(f"<{self.symbol}.{name}>")


class Template:
    """One Bicep file with its parameters; evaluated lazily, each declaration once."""

    def __init__(self, file: Path, given: Mapping[str, Any], deployed: list[Resource]) -> None:
        self.file = file
        self._deployed = deployed
        self._values: dict[str, Any] = {}
        self._pending: set[str] = set()
        self._functions = functions(file)
        self._declared: dict[str, Node] = {}
        self._outputs: dict[str, Node] = {}
        for node in named(parse(file)):
            if node.type.endswith("_declaration"):
                kind = self._outputs if node.type == "output_declaration" else self._declared
                if kind.setdefault(text_of(named(node)[0]), node) != node:
                    raise BicepError(f"{file}: {text_of(named(node)[0])} is declared twice (BCP028, BCP145)")
            elif node.type not in ("decorators", "target_scope_assignment", "using_statement"):
                raise BicepError(f"{file}: {node.type} is not covered")
        self._values |= self._parameters(given)

    def deploy(self) -> dict[str, Any]:
        """Evaluates everything; returns the outputs."""
        for declaration in self._declared.values():
            for part in _needed_at_start(declaration):
                self._check_known_at_start(part, set())
        for name, node in self._declared.items():
            if node.type in ("resource_declaration", "module_declaration"):
                self.get(name)
        outputs = {}
        for name, node in self._outputs.items():
            _, kind, value = named(node)
            outputs[name] = self._eval(value, {})
            _check_type(f"{self.file}: {name}", kind, outputs[name])
        return outputs

    def unused(self) -> list[str]:
        """Parameters and variables that nothing reads."""
        read = {
            text_of(part)
            for node in [*self._declared.values(), *self._outputs.values()]
            for part in descendants(node)
            if part.type == "identifier" and not _is_a_name(part)
        }
        kinds = ("parameter_declaration", "variable_declaration")
        return [name for name, node in self._declared.items() if node.type in kinds and name not in read]

    def variables(self) -> dict[str, Any]:
        """For a parameter file: what it assigns."""
        return {name: self.get(name) for name in self._declared}

    def get(self, name: str) -> Any:
        """Raises BicepError for a name that is not declared, or that depends on itself."""
        if name not in self._values:
            if name not in self._declared:
                raise BicepError(f"{self.file}: {name} is not declared")
            if name in self._pending:
                raise BicepError(f"{self.file}: {name} depends on itself")
            self._pending.add(name)
            self._values[name] = self._declare(name, self._declared[name])
        return self._values[name]

    def _check_known_at_start(self, node: Node, seen: set[str]) -> None:
        """Raises BicepError where a resource or module is read, through variables too; what a parameter holds is known."""
        for part in descendants(node):
            declaration = self._declared.get(text_of(part)) if part.type == "identifier" else None
            if declaration is None or _is_a_name(part):
                continue
            if declaration.type == "variable_declaration" and text_of(part) not in seen:
                self._check_known_at_start(named(declaration)[-1], seen | {text_of(part)})
            elif declaration.type in ("resource_declaration", "module_declaration"):
                read = part.parent
                while read is not None and read.type == "subscript_expression":
                    read = read.parent
                if read is not None and read.type == "member_expression":
                    property_name = text_of(get_field(read, "property"))
                    if property_name not in _KNOWN_AT_START:
                        raise BicepError(
                            f"{self.file}:{node.start_point.row + 1}: {text_of(part)}.{property_name} is not known "
                            "when the deployment starts (BCP178 and its like)"
                        )

    def _parameters(self, given: Mapping[str, Any]) -> dict[str, Any]:
        declared = {
            name: node for name, node in self._declared.items() if node.type == "parameter_declaration"
        }
        if unknown := set(given) - set(declared):
            raise BicepError(f"{self.file}: unknown parameters {sorted(unknown)}")
        values = {}
        for name, node in declared.items():
            parts = named(node)
            if name in given:
                values[name] = given[name]
            elif len(parts) == 3:
                values[name] = self._eval(parts[2], {})
            else:
                raise BicepError(f"{self.file}: the parameter {name} is not given")
            _check_type(f"{self.file}: {name}", parts[1], values[name])
            self._check_allowed(name, node, values[name])
        return values

    def _check_allowed(self, name: str, node: Node, value: Any) -> None:
        before = node.prev_named_sibling
        for decorator in named(before) if before is not None and before.type == "decorators" else []:
            call = named(decorator)[0]
            limit = self._eval(named(get_field(call, "arguments"))[0], {})
            size = value if isinstance(value, int) else len(value)
            match text_of(get_field(call, "function")):
                case "allowed" if value not in limit:
                    raise BicepError(f"{self.file}: {name} is {value!r}, allowed are {limit}")
                case "minLength" | "minValue" if size < limit:
                    raise BicepError(f"{self.file}: {name} is {value!r}, the least is {limit}")
                case "maxLength" | "maxValue" if size > limit:
                    raise BicepError(f"{self.file}: {name} is {value!r}, the most is {limit}")

    def _declare(self, name: str, node: Node) -> Any:
        body = named(node)[-1]
        match node.type:
            case "variable_declaration":
                return self._eval(body, {})
            case "resource_declaration":
                return self._resource(node, {})
            case "module_declaration":
                return self._module(node)
        raise BicepError(f"{self.file}: {node.type} {name} is not covered")

    def _module(self, node: Node) -> Any:
        path, body = self.file.parent / self._eval(named(node)[1], {}), named(node)[-1]
        if body.type == "if_statement":
            condition, body = named(body)
            if not self._eval(condition, {}):
                return None
        given = self._eval(body, {})
        template = Template(path, given.get("params", {}), self._deployed)
        outputs = template.deploy()
        if template.unused():
            raise BicepError(f"{path}: nothing uses {template.unused()}")
        return {"outputs": outputs}

    def _resource(self, node: Node, scope: Mapping[str, Any], parent: Resource | None = None) -> Any:
        symbol, kind, body = text_of(named(node)[0]), self._eval(named(node)[1], scope), named(node)[-1]
        existing = first(node, "existing") is not None
        if body.type == "for_statement":
            return [
                self._one_resource(symbol, kind, get_field(body, "body"), one, parent, existing)
                for one in self._loop(body, scope)
            ]
        if body.type == "if_statement":
            condition, body = named(body)
            if not self._eval(condition, scope):
                return None
        return self._one_resource(symbol, kind, body, scope, parent, existing)

    def _one_resource(
        self,
        symbol: str,
        kind: str,
        body: Node,
        scope: Mapping[str, Any],
        parent: Resource | None,
        existing: bool,
    ) -> Resource:
        kind, _, version = kind.partition("@")
        content = self._object(body, scope)
        parent = content.pop("parent", parent)
        if parent is not None and "/" not in kind:
            kind, version = f"{parent.type}/{kind}", version or parent.api_version
        above = (*parent.parents, parent.name) if parent is not None else ()
        resource = Resource(symbol, kind, version, content, self.file, existing, parents=above)
        if not existing:
            self._deployed.append(resource)
        for part in named(body):
            child = first(part, "resource_declaration")
            if child is not None:
                nested = self._resource(child, {**scope, symbol: resource}, resource)
                resource.nested[text_of(named(child)[0])] = nested
        return resource

    def _loop(self, node: Node, scope: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        parts = named(node)
        heads = [text_of(one) for one in named(parts[0])] or [text_of(parts[0])]
        for index, item in enumerate(self._eval(parts[1], scope)):
            yield {**scope, **dict(zip(heads, (item, index), strict=False))}

    def _object(self, node: Node, scope: Mapping[str, Any]) -> dict[str, Any]:
        content = {}
        for part in named(node):
            if part.type == "object_property" and len(named(part)) == 2:  # else a nested resource
                key, value = named(part)
                name = text_of(key) if key.type == "identifier" else self._eval(key, scope)
                content[name] = self._eval(value, scope)
        return content

    def _eval(self, node: Node, scope: Mapping[str, Any]) -> Any:
        match node.type:
            case "string":
                return self._string(node, scope)
            case "number":
                return int(text_of(node))
            case "boolean":
                return text_of(node) == "true"
            case "null":
                return None
            case "identifier":
                name = text_of(node)
                return scope[name] if name in scope else self.get(name)
            case "array":
                return [self._eval(one, scope) for one in named(node)]
            case "object":
                return self._object(node, scope)
            case "for_statement":
                return [self._eval(get_field(node, "body"), one) for one in self._loop(node, scope)]
            case "parenthesized_expression":
                return self._eval(named(node)[0], scope)
            case "member_expression":
                return self._member(get_field(node, "object"), text_of(get_field(node, "property")), scope)
            case "subscript_expression":
                return member(
                    self._eval(get_field(node, "object"), scope), self._eval(get_field(node, "index"), scope)
                )
            case "resource_expression":
                owner = self._eval(get_field(node, "object"), scope)
                return owner.nested[text_of(get_field(node, "resource"))]
            case "ternary_expression":
                chosen, _ = self._choose(node, scope)
                return self._eval(chosen, scope)
            case "unary_expression":
                return not self._eval(get_field(node, "argument"), scope)
            case "binary_expression":
                return self._binary(node, scope)
            case "call_expression":
                return self._call(node, scope)
        raise BicepError(f"{self.file}:{node.start_point.row + 1}: {node.type} is not covered")

    def _choose(self, node: Node, scope: Mapping[str, Any]) -> tuple[Node, bool]:
        """The branch of a ternary expression, and whether it is the last one."""
        holds = self._eval(get_field(node, "condition"), scope)
        return get_field(node, "consequence" if holds else "alternative"), not holds

    def _member(self, owner: Node, name: str, scope: Mapping[str, Any]) -> Any:
        if owner.type == "ternary_expression":
            # The grammar reads a ? b : c.d as (a ? b : c).d; the language does not.
            chosen, is_last = self._choose(owner, scope)
            return self._member(chosen, name, scope) if is_last else self._eval(chosen, scope)
        if owner.type in ("binary_expression", "unary_expression", "lambda_expression"):
            raise BicepError(f"{self.file}: put {text_of(owner)!r} in parentheses, the grammar misreads it")
        return member(self._eval(owner, scope), name)

    def _string(self, node: Node, scope: Mapping[str, Any]) -> str:
        text, known = "", True
        for part in named(node):
            if part.type == "interpolation":
                value = self._eval(named(part)[0], scope)
                known = known and not isinstance(value, AtDeployment)
                text += str(value)
            else:
                text += {"\\'": "'", "\\\\": "\\", "\\n": "\n", "\\$": "$"}.get(text_of(part), text_of(part))
        return text if known else AtDeployment(text)

    def _binary(self, node: Node, scope: Mapping[str, Any]) -> Any:
        operator = text_of(get_field(node, "operator"))
        left = self._eval(get_field(node, "left"), scope)
        if operator in ("||", "&&") and bool(left) == (operator == "||"):
            return left
        right = self._eval(get_field(node, "right"), scope)
        match operator:
            case "==":
                return left == right
            case "||" | "&&":
                return right
            case ">":
                return left > right
        raise BicepError(f"{self.file}: the operator of {text_of(node)!r} is not covered")

    def _call(self, node: Node, scope: Mapping[str, Any]) -> Any:
        name = text_of(get_field(node, "function"))
        if name not in self._functions:
            raise BicepError(f"{self.file}: the function {name} is unknown here")
        return self._functions[name](*(self._eval(one, scope) for one in named(get_field(node, "arguments"))))


def _needed_at_start(declaration: Node) -> Iterator[Node]:
    """What the compiler wants to be known before anything is deployed: what is looped over (and all of the loop, where
    a variable is made by one), conditions, names and scopes."""
    for part in descendants(declaration):
        match part.type:
            case "for_statement":
                in_variable = part.parent is not None and part.parent.type == "variable_declaration"
                yield part if in_variable else named(part)[1]
            case "if_statement":
                yield named(part)[0]
            case "object_property" if text_of(part.named_children[0]) == "scope":
                yield part
    if declaration.type == "resource_declaration" and first(declaration, "existing") is None:
        body = named(declaration)[-1]
        while body.type != "object":
            body = named(body)[-1]
        yield from (
            part
            for part in named(body)
            if part.type == "object_property" and text_of(part.named_children[0]) == "name"
        )


def _is_a_name(identifier: Node) -> bool:
    """Of what is declared or of a property, rather than a reference to something."""
    owner = identifier.parent
    if owner is None or not (owner.type == "object_property" or owner.type.endswith("_declaration")):
        return False
    return identifier == named(owner)[0]


def _check_type(what: str, node: Node, value: Any) -> None:
    """Raises BicepError for a value that is not of the type."""
    kinds = {"string": str, "int": int, "bool": bool, "object": dict}
    inner = named(node)[0] if node.type == "type" else node
    text = text_of(inner)
    if inner.type == "object":
        wanted = {text_of(named(one)[0]): named(one)[1] for one in named(inner)}
        if not isinstance(value, dict) or set(value) != set(wanted):
            raise BicepError(f"{what} needs exactly the properties {sorted(wanted)}")
        for name, kind in wanted.items():
            _check_type(f"{what}.{name}", kind, value[name])
    elif inner.type == "union_type":
        if str(value) not in [text_of(one) for one in named(inner)]:
            raise BicepError(f"{what} is {value!r}, not one of {text}")
    elif inner.type == "array_type":
        if not isinstance(value, list):
            raise BicepError(f"{what} is no list")
    elif not isinstance(value, kinds[text]) or (text == "int" and isinstance(value, bool)):
        raise BicepError(f"{what} is {value!r}, not of type {text}")


def deploy(parameter_file: Path) -> tuple[list[Resource], dict[str, Any]]:
    """The resources and outputs of ``main.bicep`` with a parameter file. Raises BicepError."""
    given = Template(parameter_file, {}, []).variables()
    deployed: list[Resource] = []
    template = Template(parameter_file.parent / "main.bicep", given, deployed)
    outputs = template.deploy()
    if template.unused():
        raise BicepError(f"{template.file}: nothing uses {template.unused()}")
    return deployed, outputs
