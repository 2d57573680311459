"""Cuts a region among capitals: a power diagram whose weights meet the official areas."""

from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Geometry

Floats = NDArray[np.float64]

SAMPLES = 9000
"""Points of the grid on which areas are compared: a share is known to about 0.01 %."""
ROUNDS = 600
SHARE_TOLERANCE = 0.002
FIRST_STEP, STEP_DECAY = 0.05, 0.995
FAR_M = 1e5
"""Margin in metres around the region, so that no cell ends inside it."""
CORNERS = 3


def power_cells(sites: Floats, weights: Floats, region: Geometry) -> list[Geometry]:
    """Return the part of the region nearest to each site (n, 2), metres, by power distance."""
    west, south, east, north = region.bounds
    box = shapely.box(west - FAR_M, south - FAR_M, east + FAR_M, north + FAR_M)
    frame = shapely.get_coordinates(box.exterior)[:-1]
    return [_cell(i, sites, weights, frame).intersection(region) for i in range(len(sites))]


def balanced_weights(
    sites: Floats, codes: Sequence[str], region: Geometry, targets: Mapping[str, float]
) -> Floats:
    """Return one weight (m²) per site, equal within a code, so that shares of area match."""
    names = sorted(set(codes))
    wanted = np.array([targets.get(name, 0.0) for name in names])
    distances = _squared_distances(sites, np.array(codes), names, region)
    weights = _balance(distances, wanted / wanted.sum(), region.area)
    return weights[[names.index(code) for code in codes]]


def _balance(distances: Floats, wanted: Floats, area: float) -> Floats:
    """Raise the weight of the codes that fall short until every share is within tolerance."""
    weights, step = np.zeros(len(wanted)), area * FIRST_STEP
    for _ in range(ROUNDS):
        nearest = (distances - weights).argmin(axis=1)
        missing = wanted - np.bincount(nearest, minlength=len(wanted)) / len(distances)
        if np.abs(missing).max() < SHARE_TOLERANCE:
            break
        weights += step * missing
        weights -= weights.mean()
        step *= STEP_DECAY
    return weights


def _squared_distances(
    sites: Floats, codes: NDArray[np.str_], names: Sequence[str], region: Geometry
) -> Floats:
    """Return (samples, codes): squared metres from each sample to the code's nearest site."""
    samples = _samples(region)
    nearest = [_nearest(samples, sites[codes == name]) for name in names]
    return np.stack(nearest, axis=1)


def _nearest(samples: Floats, sites: Floats) -> Floats:
    squared: Floats = ((samples[:, None, :] - sites[None]) ** 2).sum(axis=2).min(axis=1)
    return squared


def _samples(region: Geometry) -> Floats:
    west, south, east, north = region.bounds
    step = (region.area / SAMPLES) ** 0.5
    grid = np.meshgrid(np.arange(west, east, step), np.arange(south, north, step))
    points = np.column_stack([axis.ravel() for axis in grid])
    inside: Floats = points[shapely.contains_xy(region, points[:, 0], points[:, 1])]
    return inside


def _cell(i: int, sites: Floats, weights: Floats, frame: Floats) -> Geometry:
    """Cut the frame by the half-plane that each other site leaves to site i, nearest first."""
    cell = frame
    for j in np.argsort(((sites - sites[i]) ** 2).sum(axis=1))[1:]:
        normal = 2 * (sites[j] - sites[i])
        limit = (sites[j] ** 2).sum() - weights[j] - (sites[i] ** 2).sum() + weights[i]
        cell = _clip(cell, cell @ normal - limit)
        if len(cell) < CORNERS:
            return shapely.Polygon()
    return shapely.Polygon(cell)


def _clip(polygon: Floats, excess: Floats) -> Floats:
    """Keep the side of a convex polygon (n, 2) where the excess (n,) at its corners is <= 0."""
    inside = excess <= 0
    if inside.all():
        return polygon
    kept = []
    for i in range(len(polygon)):
        j = (i + 1) % len(polygon)
        if inside[i]:
            kept.append(polygon[i])
        if inside[i] != inside[j]:
            along = excess[i] / (excess[i] - excess[j])
            kept.append(polygon[i] + along * (polygon[j] - polygon[i]))
    return np.array(kept).reshape(-1, 2)
