"""Runs the loaded graph node after node: Dask plans the same few nodes anew at every call."""

from __future__ import annotations

from typing import Any

from rasa.engine.runner.dask import DaskGraphRunner


class StraightRunner:
    """A loaded DaskGraphRunner's nodes, in an order that is worked out once for each target."""

    def __init__(self, loaded: DaskGraphRunner) -> None:
        self._nodes = loaded._instantiated_nodes
        self._schema = loaded._graph_schema
        self._orders: dict[tuple[str, ...], list[tuple[str, list[str]]]] = {}

    def run(self, inputs: dict[str, Any], targets: list[str]) -> dict[str, Any]:
        """What the targets give, by name. Raises what a node raises."""
        known = dict(inputs)
        for name, parents in self._order(tuple(targets)):
            told = ((parent, known[parent]) for parent in parents)
            known[name] = self._nodes[name](*told)[1]
        return {target: known[target] for target in targets}

    def _order(self, targets: tuple[str, ...]) -> list[tuple[str, list[str]]]:
        if targets not in self._orders:
            order: dict[str, list[str]] = {}
            for target in targets:
                self._visit(target, order)
            self._orders[targets] = list(order.items())
        return self._orders[targets]

    def _visit(self, name: str, order: dict[str, list[str]]) -> None:
        """Parents first; a name that is no node is an input."""
        if name in order or name not in self._schema.nodes:
            return
        parents = list(dict.fromkeys(self._schema.nodes[name].needs.values()))
        for parent in parents:
            self._visit(parent, order)
        order[name] = parents
