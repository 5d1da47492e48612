"""Bicep files as syntax trees (tree-sitter-bicep)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import tree_sitter_bicep
from tree_sitter import Language, Node, Parser

_parser = Parser(Language(tree_sitter_bicep.language()))


class BicepError(Exception):
    """The file would not compile; the message says where and why."""


def parse(file: Path) -> Node:
    """The root of the tree. Raises BicepError for what does not parse."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".bicepparam":
        # The grammar knows parameters with a type only; an assignment has the shape of a variable's declaration.
        text = re.sub(r"(?m)^param (\w+) =", r"var \1 =", text)
    root = _parser.parse(text.encode()).root_node
    for node in descendants(root):
        if node.type == "ERROR" or node.is_missing:
            raise BicepError(f"{file}:{node.start_point.row + 1}: does not parse: {text_of(node)[:60]!r}")
        if problem := _refused_by_the_compiler(node):
            raise BicepError(f"{file}:{node.start_point.row + 1}: {problem}: {text_of(node)[:60]!r}")
    return root


def _refused_by_the_compiler(node: Node) -> str | None:
    """What the grammar lets pass."""
    parts = named(node)
    match node.type:
        case "object" | "array":
            for item, following in pairwise(parts):
                commas = sum(
                    one.type == ","
                    for one in node.children
                    if item.end_byte <= one.start_byte < following.start_byte
                )
                if commas + (item.end_point.row < following.start_point.row) != 1:
                    return "between two items there is either a comma or a new line (BCP236, BCP238)"
            keys = [text_of(named(one)[0]).strip("'") for one in parts if one.type == "object_property"]
            if len(set(keys)) < len(keys):
                return "a property is there twice (BCP025)"
        case "string" if not text_of(node).startswith("'''"):
            if set(re.findall(r"\\(.)", text_of(node))) - set("\\'nrt$u"):
                return "there is no such escape (BCP006)"
        case "infrastructure":
            if any(one.end_point.row == following.start_point.row for one, following in pairwise(parts)):
                return "every declaration begins a line"
    return None


def descendants(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from descendants(child)


def text_of(node: Node) -> str:
    return (node.text or b"").decode()


def named(node: Node) -> list[Node]:
    """The children that carry meaning."""
    return [one for one in node.named_children if one.type not in ("comment", "diagnostic_comment")]


def first(node: Node, *kinds: str) -> Node | None:
    return next((child for child in node.children if child.type in kinds), None)


def get_field(node: Node, name: str) -> Node:
    """Raises BicepError for a node without it."""
    child = node.child_by_field_name(name)
    if child is None:
        raise BicepError(f"{node.type} without {name}: {text_of(node)[:60]!r}")
    return child
