"""The union-find under constraints, on its own."""

from __future__ import annotations

from delibgraph.identity.clusters import Clusters, Proposal, settle


def _pairs(clusters: Clusters, *proposals: tuple[int, int, float]) -> list[tuple[int, int, bool | None]]:
    decisions = settle(clusters, [Proposal(left, right, score, "alike") for left, right, score in proposals], "apart")
    return [(decision.left, decision.right, decision.same) for decision in decisions]


def test_sets_that_share_a_context_never_join() -> None:
    clusters = Clusters([{0}, {0}, {1}])
    assert not clusters.join(0, 1)
    assert clusters.join(1, 2)
    assert not clusters.join(0, 2)
    assert clusters.sets() == {0: [0], 1: [1, 2]}


def test_parted_sets_never_join() -> None:
    clusters = Clusters([(), (), ()])
    clusters.part(0, 1)
    clusters.part(0, 2)
    assert clusters.are_apart(1, 0)
    assert not clusters.are_apart(1, 2)
    assert clusters.join(2, 1)
    assert not clusters.join(2, 0)


def test_the_least_node_stands_for_the_set_whatever_the_order() -> None:
    clusters = Clusters([()] * 4)
    assert clusters.join(3, 2)
    assert clusters.join(2, 1)
    assert clusters.join(3, 1)
    assert [clusters.find(node) for node in range(4)] == [0, 1, 1, 1]


def test_the_best_score_joins_first() -> None:
    clusters = Clusters([{0}, (), {0}])
    assert _pairs(clusters, (0, 1, 0.8), (1, 2, 0.9)) == [(1, 2, True), (0, 1, False)]


def test_of_equal_scores_a_torn_node_joins_neither() -> None:
    assert _pairs(Clusters([{0}, (), {0}]), (0, 1, 0.9), (1, 2, 0.9)) == [(0, 1, False), (1, 2, False)]


def test_equal_scores_join_all_where_nothing_parts_them() -> None:
    assert _pairs(Clusters([(), (), ()]), (0, 1, 0.9), (1, 2, 0.9)) == [(0, 1, True), (1, 2, True)]


def test_a_join_that_follows_from_others_is_not_told() -> None:
    assert _pairs(Clusters([(), (), ()]), (0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.8)) == [(0, 1, True), (0, 2, True)]


def test_a_refusal_that_a_later_join_overtakes_is_not_told() -> None:
    """Node 1 is torn between 0 and 2, but 3 brings it to 0."""
    clusters = Clusters([{0}, (), {0}, ()])
    told = _pairs(clusters, (0, 1, 0.9), (1, 2, 0.9), (0, 3, 0.8), (1, 3, 0.7))
    assert told == [(0, 3, True), (1, 3, True), (1, 2, False)]
